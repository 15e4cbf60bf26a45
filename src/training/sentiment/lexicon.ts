/** Fits the weights of tone by word lists and measures it: `npx tsx src/training/sentiment/lexicon.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionOf } from '../../evaluation/decision.ts';
import { type Judged, measure } from '../../evaluation/measure.ts';
import critics from '../../reading/sentiment/lexicon/critics.json' with { type: 'json' };
import { type Hit, hitsOf } from '../../reading/sentiment/lexicon/hits.ts';
import { type LexiconWeights, opinionValues, scoreOf, tally, weigh } from '../../reading/sentiment/lexicon/lexicon.ts';
import { type Critics, indexWords, stemOf, type Words } from '../../reading/sentiment/lexicon/lists.ts';
import { type LexiconLanguage, lexiconLanguages, tokenise } from '../../reading/sentiment/lexicon/tokens.ts';
import { fitCombination } from './combination.ts';

const CASES = 'fixtures/gold/tone';
const LEXICON = 'src/reading/sentiment/lexicon';
const FOLDS = 5;

type Tone = 'positive' | 'negative' | 'neutral';
const tones: Readonly<Record<string, Tone>> = { '+': 'positive', '-': 'negative', '0': 'neutral' };

/** A labelled sentence with what its words say. */
export interface ToneCase {
  readonly text: string;
  readonly tone: Tone;
  readonly hits: readonly Hit[];
}

/** The cases of a language from a file of `language<TAB>code<TAB>sentence`, read with its words or with others. */
export function toneCases(file: string, language: LexiconLanguage, words?: Words): readonly ToneCase[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([of]) => of === language)
    .map(([, code = '', text = '']) => ({ text, tone: tones[code] ?? 'neutral', hits: hitsOf(text, language, words) }));
}

/**
 * Critics' words without those that `unseen` contains and `seen` does not. The word lists were written with all
 * sentences known, so such a word may have been remembered: what is read without it shows what the lists owe to memory.
 */
function wordsNotRemembered(seen: readonly ToneCase[], unseen: readonly ToneCase[], language: LexiconLanguage): Words {
  const spoken = (from: readonly ToneCase[]) =>
    from.map(({ text }) => tokenise(text, language).map((each) => each.text));
  const [known, fresh] = [spoken(seen), spoken(unseen)];
  const stems = (from: readonly (readonly string[])[]) => new Set(from.flat().map((word) => stemOf(word, language)));
  const [knownStems, freshStems] = [stems(known), stems(fresh)];
  const fair = (word: string): boolean =>
    knownStems.has(stemOf(word, language)) || !freshStems.has(stemOf(word, language));
  const holds = (from: readonly (readonly string[])[], phrase: string): boolean =>
    from.some((sentence) => ` ${sentence.join(' ')} `.includes(` ${phrase} `));
  const fairPhrase = (phrase: string): boolean => holds(known, phrase) || !holds(fresh, phrase);
  const own: Critics = critics[language];
  const kept = (words: string): string => words.split(' ').filter(fair).join(' ');
  return indexWords(language, {
    good: kept(own.good),
    bad: kept(own.bad),
    ignored: kept(own.ignored),
    goodPhrases: own.goodPhrases.filter(fairPhrase),
    badPhrases: own.badPhrases.filter(fairPhrase),
  });
}

/** What a reader with these weights makes of cases. */
export const judgeCases = (cases: readonly ToneCase[], weights: LexiconWeights): readonly Judged[] =>
  cases.map(({ text, tone, hits }) => ({ label: tone, ...decisionOf(weigh(text, hits, weights), 3) }));

/** Both logistic regressions for one choice of `listed` and `smallest`. */
function combinations(cases: readonly ToneCase[], choice: Pick<LexiconWeights, 'listed' | 'smallest'>) {
  const tallied = cases.map((each) => ({ ...each, sum: tally(each.hits, choice) }));
  const opinion = fitCombination(
    tallied.map(({ text, tone, sum }) => ({ values: opinionValues(text, sum), label: tone === 'neutral' ? 0 : 1 })),
  );
  const signed = tallied.filter(({ tone, sum }) => tone !== 'neutral' && sum.good + sum.bad > 0);
  const sign = fitCombination(
    signed.map(({ tone, sum }) => ({
      values: [Math.abs(scoreOf(sum))],
      label: scoreOf(sum) >= 0 === (tone === 'positive') ? 1 : 0,
    })),
  );
  return { opinion: rounded(opinion), sign: rounded(sign) };
}

const three = (value: number): number => Math.round(value * 1000) / 1000;
const rounded = ({ weights, bias }: LexiconWeights['opinion']) => ({ weights: weights.map(three), bias: three(bias) });

/**
 * The weights with the best macro-F1 on the cases; the first of equals. Probabilities are fitted on the cases read twice,
 * with all words and `fairly`, without the remembered ones: else silence of the lists would prove too much.
 */
function fitLexicon(cases: readonly ToneCase[], fairly: readonly ToneCase[]): LexiconWeights {
  const choices = [0.25, 0.5, 0.75, 1].flatMap((listed) =>
    [0.1, 0.2, 0.3, 0.4, 0.5].map((smallest) => ({ listed, smallest })),
  );
  const tried = choices.flatMap((choice) => {
    const fit = combinations([...cases, ...fairly], choice);
    return [0.4, 0.45, 0.5, 0.55, 0.6].map((opinionFrom) => {
      const weights = { ...choice, ...fit, opinionFrom };
      return { weights, macroF1: measure(judgeCases(cases, weights), 3).macroF1.value };
    });
  });
  return tried.reduce((best, each) => (each.macroF1 > best.macroF1 ? each : best)).weights;
}

function publish(language: LexiconLanguage, set: string, judged: readonly Judged[]) {
  const { n, accuracy, macroF1, neutralRecall, calibrationError } = measure(judged, 3);
  return {
    language,
    set,
    n,
    accuracy: three(accuracy.value),
    macroF1: three(macroF1.value),
    low: three(macroF1.low),
    high: three(macroF1.high),
    neutralRecall: three(neutralRecall ?? 0),
    calibrationError: three(calibrationError),
  };
}

/** The cases, each read without the critics' words that only its own fold contains. */
function readFairly(cases: readonly ToneCase[], language: LexiconLanguage): readonly ToneCase[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const own = cases.filter((_, i) => i % FOLDS === fold);
    const words = wordsNotRemembered(
      cases.filter((_, i) => i % FOLDS !== fold),
      own,
      language,
    );
    return own.map((each) => ({ ...each, hits: hitsOf(each.text, language, words) }));
  }).flat();
}

/**
 * Figures on the sentences set aside, twice: `lexicon-aside` withholds the words that only they contain, which is harder
 * than new press need be; `lexicon-aside-all-words` is the reader as it is, flattered because its lists knew the sentences.
 */
function measureAside(language: LexiconLanguage, cases: readonly ToneCase[], weights: LexiconWeights) {
  const file = join(CASES, 'lexicon-aside.tsv');
  const all = toneCases(file, language);
  const fair = toneCases(file, language, wordsNotRemembered(cases, all, language));
  return [
    publish(language, 'lexicon-aside', judgeCases(fair, weights)),
    publish(language, 'lexicon-aside-all-words', judgeCases(all, weights)),
  ];
}

/** Writes data as the formatter would: lists of numbers on one line. */
function write(name: string, data: unknown): void {
  const text = JSON.stringify(data, null, 2).replace(/\[\s+([-\d.,\s]+?)\s+\]/gu, (_, numbers: string) => {
    return `[${numbers.replace(/\s+/gu, ' ')}]`;
  });
  writeFileSync(join(LEXICON, name), `${text}\n`);
}

function run(): void {
  const fitted = lexiconLanguages.map((language) => {
    const cases = toneCases(join(CASES, 'lexicon.tsv'), language);
    return { language, cases, weights: fitLexicon(cases, readFairly(cases, language)) };
  });
  const figures = fitted.flatMap(({ language, cases, weights }) => measureAside(language, cases, weights));
  const weights = Object.fromEntries(fitted.map(({ language, weights }) => [language, weights]));
  write('weights.json', weights);
  write('figures.json', figures);
  for (const { language, cases, weights } of fitted)
    process.stdout.write(`${JSON.stringify(publish(language, 'lexicon', judgeCases(cases, weights)))}\n`);
}

if (import.meta.filename === process.argv[1]) run();
