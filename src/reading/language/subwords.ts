import { getLIDModel } from 'fasttext.wasm.js';

/** A language with the probability that its detector gives it. */
export interface Guess {
  /** BCP 47, without region or script. */
  readonly language: string;
  /** In [0, 1]. */
  readonly certainty: number;
}

/** Tells the language of a text by the parts of its words, for 176 languages; null for a text without letters. */
export type SubwordReader = (text: string) => Guess | null;

/** More text changes nothing and costs time. */
const LONGEST = 600;
const LABEL = '__label__';
/** Answers of the model live outside of what JavaScript collects. */
interface Answers {
  readonly size: () => number;
  readonly get: (at: number) => readonly [number, string];
  readonly delete: () => void;
}

/** Loads fastText's compressed language model (Joulin et al. 2016; CC BY-SA 3.0) from its package: 50 ms, 16 MB. */
export async function loadSubwordReader(): Promise<SubwordReader> {
  const model = await (await getLIDModel()).load();
  return (text) => {
    if (!/\p{L}/u.test(text)) return null;
    // The model reads one line.
    const answers = model.predict(text.slice(0, LONGEST).replace(/\s+/gu, ' '), 1, 0) as unknown as Answers;
    try {
      if (answers.size() === 0) return null;
      const [certainty, label] = answers.get(0);
      return { language: label.replace(LABEL, ''), certainty: Math.min(1, certainty) };
    } finally {
      answers.delete();
    }
  };
}
