import lists from './function-words.json' with { type: 'json' };

/** Language → word → weight: a word shared by several languages says less about each of them. */
const weights = buildWeights();

function buildWeights(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const byLanguage = Object.entries(lists).map(([language, words]) => [language, words.split(' ')] as const);
  const sharing = new Map<string, number>();
  for (const [, words] of byLanguage) for (const word of words) sharing.set(word, (sharing.get(word) ?? 0) + 1);
  return new Map(
    byLanguage.map(([language, words]) => [
      language,
      new Map(words.map((word) => [word, 1 / Math.sqrt(sharing.get(word) ?? 1)])),
    ]),
  );
}

/** How strongly the function words of a text speak for each language, per word of text; best first, zeros left out. */
export function functionWordScores(text: string): readonly { readonly language: string; readonly score: number }[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = [...weights].map(([language, known]) => ({
    language,
    score: words.reduce((sum, word) => sum + (known.get(word) ?? 0), 0) / Math.max(3, words.length),
  }));
  return scores.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** How much of these words, in lower case, are function words of a language that has a list; shared ones count less. In [0, 1]. */
export function functionWordShare(words: readonly string[], language: string): number {
  const known = weights.get(language);
  if (!known || words.length === 0) return 0;
  return (
    words.reduce((sum, word) => sum + (known.get(word) ?? known.get(word.replace("'", '')) ?? 0), 0) / words.length
  );
}
