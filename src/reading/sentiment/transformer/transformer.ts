import { RevueError } from '../../../domain/errors.ts';
import type { Sentiment } from '../../../domain/reading.ts';
import type { Calibration } from './calibration.ts';
import { toneClasses } from './labels.ts';
import { toneOf } from './tone.ts';

/** A reader of tone that the user chose: any text in, its tone out, in order. `name` goes into what it read. */
export interface Transformer {
  readonly name: string;
  readonly judge: (texts: readonly string[]) => Promise<readonly Sentiment[]>;
}

/** A text classifier: a logit for every class of every text. */
export interface Classifier {
  /** As in the model's `config.json`. */
  readonly id2label: unknown;
  readonly classify: (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;
}

/** Texts at once: memory grows with their number times the longest of them. */
const BATCH = 16;
/** Characters of a text: beyond what 512 word pieces hold, which is all that such models read. */
const LONGEST = 4_000;

/**
 * Makes a reader of tone of a classifier, and asks it once, so that a broken model is known at once.
 * Throws `tone-labels-unknown` and `tone-model-broken` (fatal); `judge` throws `tone-unread` (quarantine).
 */
export async function createTransformer(
  name: string,
  { id2label, classify }: Classifier,
  calibration: Calibration,
): Promise<Transformer> {
  const classes = toneClasses(id2label, name);
  const tonesOf = async (texts: readonly string[]): Promise<readonly Sentiment[]> => {
    const rows = await classify(texts.map((text) => text.slice(0, LONGEST)));
    const isSound = rows.length === texts.length && rows.every((row) => isRow(row, classes.length));
    if (!isSound) throw new Error(`It does not answer with ${classes.length} finite numbers for each text.`);
    return rows.map((row) => toneOf(row, classes, calibration));
  };
  await tonesOf(['.', 'Tone.']).catch((cause: unknown) => {
    throw new RevueError('tone-model-broken', `The tone model ${name} does not work: ${saidBy(cause)}`, 'fatal', {
      cause,
    });
  });
  const judge = async (texts: readonly string[]): Promise<readonly Sentiment[]> => {
    const tones: Sentiment[] = [];
    for (let at = 0; at < texts.length; at += BATCH) tones.push(...(await tonesOf(texts.slice(at, at + BATCH))));
    return tones;
  };
  return {
    name,
    judge: (texts) =>
      judge(texts).catch((cause: unknown) => {
        const said = `The tone model ${name} could not read a text of the page: ${saidBy(cause)}`;
        throw new RevueError('tone-unread', said, 'quarantine', { cause });
      }),
  };
}

const isRow = (row: readonly number[], length: number): boolean => row.length === length && row.every(Number.isFinite);

/** The first line of an error, which is what a user can use. */
export const saidBy = (cause: unknown): string =>
  String(cause instanceof Error ? cause.message : cause).split('\n', 1)[0] ?? '';
