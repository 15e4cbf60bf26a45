import { RevueError } from '../../../domain/errors.ts';
import { type Classifier, saidBy } from './transformer.ts';

/** The package is a peer that few install: what is used of it is written down here, so that types need not be there either. */
const PACKAGE = '@huggingface/transformers';
/** Without --save-prod npm passes over what the project names as an optional peer. */
const INSTALL = `npm install --no-save --save-prod --ignore-scripts ${PACKAGE}`;

interface Numbers {
  readonly dims: readonly number[];
  readonly type: string;
  readonly data: Iterable<number>;
}
type Tokenizer = (
  texts: readonly string[],
  options: { readonly padding: true; readonly truncation: true; readonly max_length: number },
) => object;
interface Model {
  (inputs: object): Promise<{ readonly logits?: Numbers }>;
  readonly config: { readonly id2label?: unknown; readonly max_position_embeddings?: unknown };
}
interface Loader<T> {
  readonly from_pretrained: (
    name: string,
    options: { readonly local_files_only: boolean; readonly dtype?: string },
  ) => Promise<T>;
}
interface Library {
  readonly AutoTokenizer: Loader<Tokenizer>;
  readonly AutoModelForSequenceClassification: Loader<Model>;
  readonly LogLevel: { readonly NONE: number };
  readonly env: { logLevel: number };
}

/** Where a model is: a directory, read without any network, or a name at the hub, fetched once and then kept by the package. */
export interface ModelPlace {
  readonly name: string;
  /** An absolute path; null for a name at the hub. */
  readonly directory: string | null;
  /** The precision of the weights, as the package names it (`fp32`, `q8`). */
  readonly dtype: string;
}

/** What such models read of a text; RoBERTa's count two positions more than that, and fail on them. */
const WORD_PIECES = 512;

/** Loads a text classifier. Throws `tone-package-missing`, `tone-package-broken`, `tone-model-missing` and `tone-model-broken` (fatal). */
export async function loadClassifier(place: ModelPlace): Promise<Classifier> {
  const library = await loadLibrary();
  const path = place.directory ?? place.name;
  const options = { local_files_only: place.directory !== null };
  try {
    const tokenizer = await library.AutoTokenizer.from_pretrained(path, options);
    const model = await library.AutoModelForSequenceClassification.from_pretrained(path, {
      ...options,
      dtype: place.dtype,
    });
    return classifierOf(tokenizer, model);
  } catch (cause) {
    throw place.directory === null && isAbsent(cause) ? notGiven(place.name, cause) : broken(place.name, cause);
  }
}

async function loadLibrary(): Promise<Library> {
  try {
    const library = (await import(PACKAGE)) as Library;
    library.env.logLevel = library.LogLevel.NONE;
    return library;
  } catch (cause) {
    const isMissing =
      (cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' && String(cause).includes(PACKAGE);
    throw isMissing
      ? new RevueError(
          'tone-package-missing',
          `TONE_MODEL needs the package ${PACKAGE}, which is not installed; run: ${INSTALL}`,
          'fatal',
          { cause },
        )
      : new RevueError('tone-package-broken', `The package ${PACKAGE} does not load: ${saidBy(cause)}`, 'fatal', {
          cause,
        });
  }
}

function classifierOf(tokenizer: Tokenizer, model: Model): Classifier {
  const max_length = Math.min(WORD_PIECES, Number(model.config.max_position_embeddings ?? WORD_PIECES));
  return {
    id2label: model.config.id2label,
    classify: async (texts) => {
      const { logits } = await model(tokenizer(texts, { padding: true, truncation: true, max_length }));
      const width = logits?.dims[1];
      if (!logits || logits.type !== 'float32' || logits.dims.length !== 2 || width === undefined)
        throw new Error('It is no text classifier with outputs of 32 bits.');
      const numbers = [...logits.data];
      return texts.map((_, i) => numbers.slice(i * width, (i + 1) * width));
    },
  };
}

/** The hub could not be asked, or knows no such model: the package then throws its own error or trips over what is not there. */
const isAbsent = (cause: unknown): boolean =>
  cause instanceof Error && ['ModelFileNotFoundError', 'TypeError'].includes(cause.name);

const notGiven = (name: string, cause: unknown): RevueError =>
  new RevueError(
    'tone-model-missing',
    `There is no tone model ${name}: it is no directory here, and the hub did not give it (${saidBy(cause)}).`,
    'fatal',
    { cause },
  );

const broken = (name: string, cause: unknown): RevueError =>
  new RevueError('tone-model-broken', `The tone model ${name} does not load: ${saidBy(cause)}`, 'fatal', { cause });
