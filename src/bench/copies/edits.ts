import type { Random } from '../../domain/random.ts';

/** What is made of an article: copies of eleven kinds, and a text that only quotes it. */
export const editKinds = [
  'edited 5 %',
  'edited 10 %',
  'edited 20 %',
  'edited 30 %',
  'edited 40 %',
  'edited 60 %',
  'other first sentence',
  'reordered',
  'first half',
  'first quarter',
  'round-up',
  'quotation',
] as const;
export type EditKind = (typeof editKinds)[number];

/** An article of the data; `number` is its place in it. */
export interface Article {
  readonly number: number;
  readonly text: string;
  readonly language: string;
}

/** A text made of an article, and the numbers of the articles that lent words to it. */
export interface Edited {
  readonly text: string;
  readonly lenders: ReadonlySet<number>;
}

/** Words that a shortened text keeps at least, and words of a quotation. */
const LEAST = 40;
const QUOTED = 40;
/** How much longer than the article the rest of a round-up is. */
const ROUND_UP = 1.5;

/** Makes a text of the given kind of an article; words of others come from articles of the same language. */
export function edit(article: Article, kind: EditKind, others: readonly Article[], random: Random): Edited {
  const lenders = new Set<number>();
  const lend = (): string => {
    const other = random.pick(others);
    if (other) lenders.add(other.number);
    return other?.text ?? '';
  };
  return { text: edited(article.text, kind, lend, random), lenders };
}

type Lend = () => string;

function edited(text: string, kind: EditKind, lend: Lend, random: Random): string {
  const words = wordsOf(text);
  const sentences = sentencesOf(text);
  switch (kind) {
    case 'other first sentence':
      return [sentencesOf(lend())[0] ?? '', ...sentences.slice(1)].join(' ');
    case 'reordered':
      return [...sentences.slice(0, 1), ...shuffled(sentences.slice(1), random)].join(' ');
    case 'first half':
      return words.slice(0, Math.max(LEAST, words.length / 2)).join(' ');
    case 'first quarter':
      return words.slice(0, Math.max(LEAST, words.length / 4)).join(' ');
    case 'round-up':
      return amid(words, lent(lend, Math.floor(words.length * ROUND_UP)));
    case 'quotation':
      return amid(words.slice(10, 10 + QUOTED), lent(lend, Math.max(words.length, QUOTED)));
    default:
      return rewritten(sentences, Number(/\d+/u.exec(kind)?.[0]) / 100, lend, random);
  }
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');
const sentencesOf = (text: string): readonly string[] => text.match(/[^.!?]+[.!?]*\s*/gu) ?? [text];

/** So many words of other articles. */
function lent(lend: Lend, count: number): readonly string[] {
  const words: string[] = [];
  for (let tries = 0; words.length < count && tries < 100; tries++) words.push(...wordsOf(lend()));
  return words.slice(0, count);
}

function amid(words: readonly string[], around: readonly string[]): string {
  const half = Math.floor(around.length / 2);
  return [...around.slice(0, half), ...words, ...around.slice(half)].join(' ');
}

function shuffled(items: readonly string[], random: Random): readonly string[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j] ?? '', list[i] ?? ''];
  }
  return list;
}

/** Changes a share of the words: half of them as whole sentences, half in runs of one to three words. */
function rewritten(sentences: readonly string[], share: number, lend: Lend, random: Random): string {
  const budget = (sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0) * share) / 2;
  const words = [...wordsOf(otherSentences(sentences, budget, lend, random).join(' '))];
  const others = wordsOf(lend());
  for (let left = budget; left > 0 && words.length > 0; ) {
    const at = random.below(words.length);
    const run = Math.min(1 + random.below(3), words.length - at);
    for (let i = at; i < at + run; i++) words[i] = random.pick(others) ?? '';
    left -= run;
  }
  return words.join(' ');
}

/** Leaves sentences out (45 %), puts others in their place (35 %) and adds others (20 %) until as many words are changed. */
function otherSentences(sentences: readonly string[], budget: number, lend: Lend, random: Random): readonly string[] {
  const list = [...sentences];
  for (let left = budget, tries = 0; left > 0 && tries < 40; tries++) {
    const at = random.below(list.length);
    const length = wordsOf(list[at] ?? '').length;
    // A sentence that is longer than all that is to change would change more than was asked for.
    if (length > left + 40) continue;
    if (list.length > 3 && random.chance(0.45)) list.splice(at, 1);
    else list.splice(at, random.chance(0.64) ? 1 : 0, random.pick(sentencesOf(lend())) ?? '');
    left -= length;
  }
  return list;
}
