import { detectLanguage } from '../../reading/language/language.ts';
import { passageLanguage } from '../../reading/language/passage-language.ts';
import type { LanguageModels } from '../../reading/language/vote.ts';
import { type LabelledText, type MixedDocument, readLabelledLanguages } from './rows.ts';

/** Shares in percent with two digits; null where there is nothing to count. */
export interface LanguageFigures {
  readonly texts: number;
  /** French and English texts that are called so. */
  readonly recall: { readonly fr: number | null; readonly en: number | null };
  /** French and English texts that are called nothing, or each other. */
  readonly undecided: number | null;
  readonly swapped: number;
  /** Texts in other languages that are called French or English. */
  readonly others: { readonly texts: number; readonly fr: number | null; readonly en: number | null };
}

/** What `revue bench language` prints. */
export interface LanguageBench {
  /** By length: up to so many characters. */
  readonly lengths: Readonly<Record<string, LanguageFigures>>;
  /** Sentences of mixed documents in the right language, by kind of mixture and in all. */
  readonly mixed: Readonly<Record<string, number | null>>;
  /** Microseconds a text of 2,000 characters and a sentence, after warm-up. */
  readonly micros: { readonly document: number; readonly sentence: number };
}

const BOUNDS = [35, 74, 149, 349, Number.POSITIVE_INFINITY] as const;
const ROUNDS = 300;

/** Compares languages that were told with labels, at `path`, a file or directory. Throws `no-data` (fatal). */
export function benchLanguage(path: string, models: LanguageModels): LanguageBench {
  const { texts, documents } = readLabelledLanguages(path);
  const told = texts.map((row) => ({ ...row, told: detectLanguage(row.text, row.hints ?? [], models).code }));
  const lengths = BOUNDS.flatMap((bound, i) => {
    const own = told.filter(({ text }) => text.length <= bound && text.length > (BOUNDS[i - 1] ?? 0));
    return own.length === 0 ? [] : [[bound === Number.POSITIVE_INFINITY ? 'longer' : `${bound}`, figuresOf(own)]];
  });
  return {
    lengths: Object.fromEntries(lengths) as Readonly<Record<string, LanguageFigures>>,
    mixed: mixedFigures(documents, models),
    micros: microsOf(texts, documents, models),
  };
}

type Told = LabelledText & { readonly told: string };

function figuresOf(rows: readonly Told[]): LanguageFigures {
  const of = (language: string): readonly Told[] => rows.filter(({ lang }) => lang === language);
  const both = [...of('fr'), ...of('en')];
  const others = rows.filter(({ lang }) => lang !== 'fr' && lang !== 'en');
  const called = (all: readonly Told[], language: string): number | null =>
    share(all.filter(({ told }) => told === language).length, all.length);
  return {
    texts: rows.length,
    recall: { fr: called(of('fr'), 'fr'), en: called(of('en'), 'en') },
    undecided: called(both, 'und'),
    swapped: both.filter(({ lang, told }) => told === (lang === 'fr' ? 'en' : 'fr')).length,
    others: { texts: others.length, fr: called(others, 'fr'), en: called(others, 'en') },
  };
}

const share = (part: number, all: number): number | null =>
  all === 0 ? null : Math.round((10_000 * part) / all) / 100;

function mixedFigures(
  documents: readonly MixedDocument[],
  models: LanguageModels,
): Readonly<Record<string, number | null>> {
  const rows = documents.flatMap(({ kind, sents }) => {
    const document = detectLanguage(sents.map(([text]) => text).join('\n'), [], models).code;
    return sents.map(([text, language]) => ({ kind, right: passageLanguage(text, document, models) === language }));
  });
  const rightOf = (own: typeof rows): number | null => share(own.filter(({ right }) => right).length, own.length);
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const byKind = kinds.map((name) => [name, rightOf(rows.filter(({ kind }) => kind === name))] as const);
  return { all: rightOf(rows), ...Object.fromEntries(byKind) };
}

function microsOf(
  texts: readonly LabelledText[],
  documents: readonly MixedDocument[],
  models: LanguageModels,
): LanguageBench['micros'] {
  const sentences = documents.flatMap(({ sents }) => sents.map(([text]) => text));
  const watched = texts.filter(({ lang }) => lang === 'fr' || lang === 'en').map(({ text }) => text);
  const long = (watched.length > 0 ? watched : sentences).join('\n').slice(0, 2_000 * ROUNDS);
  const pages = Array.from({ length: ROUNDS }, (_, i) => long.slice(2_000 * i, 2_000 * (i + 1))).filter(Boolean);
  return {
    document: timed(pages, (page) => detectLanguage(page, [], models)),
    sentence: timed(sentences, (sentence) => passageLanguage(sentence, 'fr', models)),
  };
}

/** Microseconds an item on the second of two rounds. */
function timed(items: readonly string[], work: (item: string) => unknown): number {
  if (items.length === 0) return 0;
  for (const item of items) work(item);
  const start = performance.now();
  for (const item of items) work(item);
  return Math.round((1_000 * (performance.now() - start)) / items.length);
}
