import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SentimentLabel } from '../../domain/reading.ts';
import { type Register, registerOf } from '../../reading/sentiment/register.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import sources from './sources.json' with { type: 'json' };

/** A text with its label: an opinion or not, good or bad, according to the set. */
export interface Labelled {
  readonly text: string;
  readonly label: 0 | 1;
  readonly weight: number;
}

/** A sentence of the press, labelled by hand: the tone is the writer's own, `reported` that of an opinion which the sentence reports. */
export interface PressSentence {
  readonly text: string;
  readonly tone: SentimentLabel;
  readonly reported: SentimentLabel | null;
}

/** A document of the press, by one author (a file). */
export interface PressDocument {
  readonly author: string;
  readonly register: Register;
  readonly title: string | null;
  readonly sentences: readonly PressSentence[];
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

/** More makes single words louder than sentences; less leaves rare ones unknown. */
const WORD_WEIGHT = 2;

const labelOf = (y: number): 0 | 1 => (y > 0 ? 1 : 0);

/** The names of all review and fact sets of a language, for the record of where a model comes from. */
export const setsOf = (language: ModelLanguage): readonly string[] => [
  ...new Set([...sources[language].reviews, ...sources[language].opinionsAndFacts].map(({ set }) => set)),
];

/** Reviews of one set that are good or bad, each with the set's weight. */
export interface ReviewSet {
  readonly set: string;
  readonly reviews: readonly Labelled[];
}

/** The review sets of a language. */
export function reviewSets(data: string, language: ModelLanguage): readonly ReviewSet[] {
  return sources[language].reviews.map(({ set, bad, good }) => ({
    set,
    reviews: lines(data, set).map(({ t, y }) => ({ text: t, label: labelOf(y), weight: y > 0 ? good : bad })),
  }));
}

/** Sentences that are opinions or facts, from sets about other things than press on series. */
export function opinionsAndFacts(data: string, language: ModelLanguage): readonly Labelled[] {
  return sources[language].opinionsAndFacts.flatMap(({ set, label, weight }) =>
    lines(data, set).flatMap(({ t, y }) =>
      sentencesOf(t).map((text) => ({ text, label: labelOf(label ?? y), weight })),
    ),
  );
}

interface PressLine {
  readonly lang: string;
  readonly kind: string;
  readonly title: string | null;
  readonly sentences: readonly PressSentence[];
}

/** The press corpora of one language: documents as JSON lines (`press/*.jsonl`) and as tables of codes (`tone/<language>-*.tsv`). */
export function pressDocuments(gold: string, language: ModelLanguage): readonly PressDocument[] {
  const press = filesOf(join(gold, 'press'), /\.jsonl$/u).flatMap(({ name, text }) =>
    text
      .split('\n')
      .map((line) => JSON.parse(line) as PressLine)
      .filter(({ lang }) => lang === language)
      .map(({ kind, title, sentences }) => ({ author: name, register: registerOf(kind), title, sentences })),
  );
  const tables = filesOf(join(gold, 'tone'), new RegExp(`^${language}-\\d+\\.tsv$`, 'u'));
  return [...press, ...tables.flatMap(({ name, text }) => tableDocuments(name, text))];
}

/** Documents by one more author of each language, whom nothing is trained or tuned on (`tone/aside.<language>.tsv`). */
export const asideDocuments = (gold: string, language: ModelLanguage): readonly PressDocument[] =>
  filesOf(join(gold, 'tone'), new RegExp(`^aside\\.${language}\\.tsv$`, 'u')).flatMap(({ name, text }) =>
    tableDocuments(name, text),
  );

function filesOf(directory: string, pattern: RegExp): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(directory)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name: name.replace(/\..*$/u, ''), text: readFileSync(join(directory, name), 'utf8').trim() }));
}

const CODES: Readonly<Record<string, SentimentLabel>> = {
  '+': 'positive',
  '-': 'negative',
  '~': 'mixed',
  '0': 'neutral',
};

/** What a code of the tables says: the writer's tone, then the reported one, if any. */
export const labelsOf = (code: string): Pick<PressSentence, 'tone' | 'reported'> => ({
  tone: CODES[code[0] ?? ''] ?? 'neutral',
  reported: CODES[code[1] ?? ''] ?? null,
});

/** "# kind | title" begins a document; every other line is a code and a sentence. */
function tableDocuments(author: string, text: string): readonly PressDocument[] {
  return text
    .split(/^# /mu)
    .filter((part) => part !== '')
    .map((part) => {
      const [head = '', ...rows] = part.trimEnd().split('\n');
      const [kind = '', title = ''] = head.split(' | ');
      const sentences = rows.map((row) => {
        const [code = '', sentence = ''] = row.split('\t');
        return { text: sentence, ...labelsOf(code) };
      });
      return { author, register: registerOf(kind), title: title || null, sentences };
    });
}

/** A labelled sentence by itself, from a file (`from`): of everyday tone, or one that turns on a trap. */
export interface SingleSentence extends PressSentence {
  readonly from: string;
}

/** Sentences by themselves: everyday ones (`tone/plain*.<language>.tsv`) and hard turns (`tone/turns.<language>.tsv`). */
export const singleSentences = (gold: string, language: ModelLanguage): readonly SingleSentence[] =>
  singlesOf(gold, new RegExp(`^(?:plain(?:-\\d)?|turns)\\.${language}\\.tsv$`, 'u'));

/** The hard turns kept aside: nothing is trained or tuned on them. */
export const turnsAside = (gold: string, language: ModelLanguage): readonly SingleSentence[] =>
  singlesOf(gold, new RegExp(`^turns-aside\\.${language}\\.tsv$`, 'u'));

/** A code first, the sentence last; a trap may stand between. */
const singlesOf = (gold: string, pattern: RegExp): readonly SingleSentence[] =>
  filesOf(join(gold, 'tone'), pattern).flatMap(({ name, text }) =>
    text.split('\n').map((line) => {
      const fields = line.split('\t');
      return { text: fields.at(-1) ?? '', from: name, ...labelsOf(fields[0] ?? '') };
    }),
  );

/** Words and phrases of judgement (`critics.<language>.tsv`), each as strong as two sentences. */
export const criticsWords = (language: ModelLanguage): readonly Labelled[] =>
  readFileSync(new URL(`./critics.${language}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', text = ''] = line.split('\t');
      return { text, label: code === '+' ? 1 : 0, weight: WORD_WEIGHT };
    });

/** A sentence that speaks of several targets, each with its tone. */
export interface TargetSentence {
  readonly text: string;
  readonly targets: readonly { readonly start: number; readonly end: number; readonly tone: SentimentLabel }[];
}

interface TargetLine {
  readonly text: string;
  readonly targets: readonly { readonly surface: string; readonly start: number; readonly tone: SentimentLabel }[];
}

/** Sentences of several targets: those to learn from (`tone/targets*.<language>.jsonl`), or those kept aside. */
export const targetSentences = (gold: string, language: ModelLanguage, aside: boolean): readonly TargetSentence[] =>
  filesOf(
    join(gold, 'tone'),
    new RegExp(aside ? `^targets-aside\\.${language}\\.jsonl$` : `^targets(?:-plain)?\\.${language}\\.jsonl$`, 'u'),
  ).flatMap(({ text }) =>
    text.split('\n').map((line) => {
      const { text: sentence, targets } = JSON.parse(line) as TargetLine;
      return {
        text: sentence,
        targets: targets.map(({ surface, start, tone }) => ({ start, end: start + surface.length, tone })),
      };
    }),
  );
