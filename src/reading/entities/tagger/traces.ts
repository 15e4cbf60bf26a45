import { shapes, type Tokens } from './tokens.ts';

/** Bits of what a document does with a word: lower case somewhere, capital inside a sentence, capital beside another capital. */
export const trace = { lower: 1, capital: 2, beside: 4 } as const;

/** How a document writes its words. Words share 2 ** 16 places by their hash: in very long texts some are mistaken for others. */
export type Traces = Uint8Array;

const MASK = 0xffff;

/** True for the shapes that a name's word can have. */
export const isNameShape = (shape: number): boolean => shape >= shapes.capital && shape <= shapes.mixed;

/** Notes how each word is written anywhere in the document. */
export function tracesOf(tokens: Tokens): Traces {
  const traces = new Uint8Array(MASK + 1);
  for (let p = 0; p + 1 < tokens.passages.length; p++) {
    const from = tokens.passages[p] ?? 0;
    const to = tokens.passages[p + 1] ?? 0;
    for (let i = from; i < to; i++) {
      const place = (tokens.words[i] ?? 0) & MASK;
      traces[place] = (traces[place] ?? 0) | bitsAt(tokens, i, from, to);
    }
  }
  return traces;
}

function bitsAt({ shapes: written }: Tokens, i: number, from: number, to: number): number {
  const shape = written[i] ?? shapes.mark;
  if (shape === shapes.lower) return trace.lower;
  if (!isNameShape(shape)) return 0;
  const inside = i > from && written[i - 1] !== shapes.mark;
  const beside = (inside && isNameShape(written[i - 1] ?? 0)) || (i + 1 < to && isNameShape(written[i + 1] ?? 0));
  return (inside ? trace.capital : 0) | (beside ? trace.beside : 0);
}

/** The bits of a word in the document. */
export const tracesAt = (traces: Traces, word: number): number => traces[word & MASK] ?? 0;
