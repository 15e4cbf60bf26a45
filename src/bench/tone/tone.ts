import { RevueError } from '../../domain/errors.ts';
import type { About } from '../../reading/sentiment/judge.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { createTrainedJudge, type ToneModels } from '../../reading/sentiment/trained.ts';
import { loadNatural, type NaturalReader } from './peer.ts';

/** A document of the press, in sentences. */
export interface ToneDocument extends About {
  readonly sentences: readonly { readonly text: string }[];
}

/** Times of one language: microseconds of CPU a sentence, after warm-up, median of the rounds. */
export interface ToneTimes {
  readonly documents: number;
  readonly sentences: number;
  /** Sentences read in their documents by the trained models. */
  readonly micros: number;
  /** The same sentences read one by one by natural's word list, in turns with ours. */
  readonly natural: number;
  /** How many times natural's time ours is: this compares machines, microseconds do not. */
  readonly timesNatural: number;
}

/** What `revue bench tone` prints. */
export interface ToneBench {
  readonly languages: Readonly<Partial<Record<ModelLanguage, ToneTimes>>>;
  /** Milliseconds to load the models of all languages, median of fresh loads from files that were read before. */
  readonly loadMs: number;
}

/** The code grows fast while it is used, as in a worker that reads all day: so many rounds warm up, so many are measured. */
const WARM_UP = 4;
const ROUNDS = 7;
const LOADS = 5;

/** Times the reading of tone over documents by language; `load` reads the models anew. Languages without models or documents are left out. Throws `no-data` (fatal) when none is left. */
export async function benchTone(
  documents: Readonly<Record<ModelLanguage, readonly ToneDocument[]>>,
  load: () => ToneModels,
): Promise<ToneBench> {
  const models = load();
  const languages = (['fr', 'en'] as const).filter((language) => models[language] && documents[language].length > 0);
  if (languages.length === 0)
    throw new RevueError('no-data', 'There are no documents in a language that has models of tone.', 'fatal');
  const loads = Array.from({ length: LOADS }, () => {
    const start = performance.now();
    load();
    return performance.now() - start;
  });
  const natural = await loadNatural();
  const timed = languages.map(
    (language) => [language, timesOf(language, documents[language], models, natural[language])] as const,
  );
  return { languages: Object.fromEntries(timed), loadMs: tenths(median(loads)) };
}

function timesOf(
  language: ModelLanguage,
  documents: readonly ToneDocument[],
  models: ToneModels,
  natural: NaturalReader,
): ToneTimes {
  const judge = createTrainedJudge(models);
  const texts = documents.flatMap(({ sentences }) => sentences.map(({ text }) => text));
  const spoken = documents.map(({ register, title, sentences }) => ({
    about: { register, title },
    sentences: sentences.map(({ text }) => ({ text, language })),
  }));
  const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => ({
    own: cpuOf(() => spoken.forEach(({ sentences, about }) => judge.sentences(sentences, about))),
    natural: cpuOf(() => texts.forEach(natural)),
  })).slice(WARM_UP);
  const own = median(rounds.map((round) => round.own));
  const theirs = median(rounds.map((round) => round.natural));
  return {
    documents: documents.length,
    sentences: texts.length,
    micros: tenths(own / Math.max(1, texts.length)),
    natural: tenths(theirs / Math.max(1, texts.length)),
    timesNatural: tenths(own / Math.max(1, theirs)),
  };
}

/** Microseconds of CPU, as the load of other processes does not count. */
function cpuOf(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return user + system;
}

/** The middle one of an odd number. */
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const tenths = (value: number): number => Math.round(10 * value) / 10;
