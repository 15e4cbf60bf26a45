import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Register } from '../../reading/sentiment/model.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import sources from './sources.json' with { type: 'json' };

/** A text with its label: an opinion or not, good or bad, according to the set. */
export interface Labelled {
  readonly text: string;
  readonly label: 0 | 1;
  readonly weight: number;
}

/** A sentence of the press corpus; the tone is the writer's own, not one that is reported. */
export interface PressSentence {
  readonly text: string;
  readonly tone: 'positive' | 'negative' | 'mixed' | 'neutral';
  readonly register: Register;
  readonly author: string;
  readonly heldOut: boolean;
}

interface Line {
  readonly t: string;
  readonly y: number;
}

const lines = (data: string, name: string): readonly Line[] =>
  gunzipSync(readFileSync(join(data, `${name}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\s+/gu, ' ')
    .split(/(?<=[.!?…])\s+/u)
    .filter((part) => part.length >= 25 && part.length <= 300);

const labelOf = (y: number): 0 | 1 => (y > 0 ? 1 : 0);

/** The names of all review and fact sets of a language, for the record of where a model comes from. */
export const setsOf = (language: ModelLanguage): readonly string[] => [
  ...new Set([...sources[language].reviews, ...sources[language].opinionsAndFacts].map(({ set }) => set)),
];

/** Reviews that are good or bad. */
export function reviews(data: string, language: ModelLanguage): readonly Labelled[] {
  return sources[language].reviews.flatMap(({ set, bad, good }) =>
    lines(data, set).map(({ t, y }) => ({ text: t, label: labelOf(y), weight: y > 0 ? good : bad })),
  );
}

/** Sentences that are opinions or facts, from sets about other things than press on series. */
export function opinionsAndFacts(data: string, language: ModelLanguage): readonly Labelled[] {
  return sources[language].opinionsAndFacts.flatMap(({ set, label, weight }) =>
    lines(data, set).flatMap(({ t, y }) =>
      sentencesOf(t).map((text) => ({ text, label: labelOf(label ?? y), weight })),
    ),
  );
}

const registerOf = (kind: string): Register => (['review', 'audience', 'recap'].includes(kind) ? 'review' : 'news');

interface PressDocument {
  readonly lang: string;
  readonly kind: string;
  readonly sentences: readonly Pick<PressSentence, 'text' | 'tone'>[];
}

/** The press corpus of one language; whole authors are held out, never single sentences. */
export function pressSentences(directory: string, language: ModelLanguage): readonly PressSentence[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => {
    const author = name.replace('.jsonl', '');
    const heldOut = sources.heldOutAuthors.includes(author);
    return readFileSync(join(directory, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PressDocument)
      .filter(({ lang }) => lang === language)
      .flatMap(({ kind, sentences }) =>
        sentences.map(({ text, tone }) => ({ text, tone, register: registerOf(kind), author, heldOut })),
      );
  });
}
