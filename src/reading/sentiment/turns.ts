import type { ModelLanguage, Token } from './tokens.ts';
import data from './turns.json' with { type: 'json' };

/** Where a word stands in a sentence that weighs one thing against another. */
export const parts = { main: 0, conceded: 1, before: 2, after: 3 } as const;
/** How many parts there are. */
export const PARTS = 4;

/** Phrases by their first word. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasesOf(list: readonly string[]): Phrases {
  const found = new Map<string, (readonly string[])[]>();
  for (const words of list.map((phrase) => phrase.split(' '))) {
    const [first = ''] = words;
    const known = found.get(first);
    if (known) known.push(words);
    else found.set(first, [words]);
  }
  return found;
}

const rules = {
  fr: { concedes: phrasesOf(data.fr.concedes), turns: phrasesOf(data.fr.turns) },
  en: { concedes: phrasesOf(data.en.concedes), turns: phrasesOf(data.en.turns) },
} as const;

/** The part of every token: what "although" concedes up to its comma, what stands before a "but" and what after it. */
export function partsOf(tokens: readonly Token[], language: ModelLanguage): Uint8Array {
  const { concedes, turns } = rules[language];
  const found = new Uint8Array(tokens.length);
  let part: number = parts.main;
  let turned = false;
  for (const [i, token] of tokens.entries()) {
    const after = turned ? parts.after : parts.main;
    if (begins(tokens, i, turns)) {
      if (!turned) markBefore(found.subarray(0, i));
      turned = true;
      part = parts.after;
    } else if (begins(tokens, i, concedes)) part = parts.conceded;
    else if (part === parts.conceded && token.kind === 'pause' && token.text !== '"') part = after;
    found[i] = part;
  }
  return found;
}

const begins = (tokens: readonly Token[], at: number, phrases: Phrases): boolean =>
  phrases.get(tokens[at]?.text ?? '')?.some((words) => words.every((word, k) => tokens[at + k]?.text === word)) ??
  false;

/** What stood on its own stands before the turn. */
function markBefore(found: Uint8Array): void {
  for (const [i, part] of found.entries()) if (part === parts.main) found[i] = parts.before;
}
