import type { Sentiment } from '../../../domain/reading.ts';
import type { Transformer } from './transformer.ts';

/** What a reader of tone asks, text by text; null where there is no answer. */
export type AskTone = (text: string) => Sentiment | null;

/** Answers may lead to further questions, such as those about the clauses of an opinion; not to more than this. */
const ROUNDS = 6;

/**
 * Reads with a transformer although reading is synchronous: reads once to learn which texts are asked, has them judged
 * together, and reads again with the answers, until nothing is left to ask. Throws what the transformer throws.
 */
export async function readInRounds<T>(read: (ask: AskTone) => T, transformer: Transformer): Promise<T> {
  const known = new Map<string, Sentiment>();
  for (let round = 0; ; round += 1) {
    const missing = new Set<string>();
    const result = read((text) => {
      const tone = known.get(text) ?? null;
      if (tone === null) missing.add(text);
      return tone;
    });
    if (missing.size === 0 || round === ROUNDS) return result;
    const texts = [...missing];
    const tones = await transformer.judge(texts);
    for (const [i, text] of texts.entries()) {
      const tone = tones[i];
      if (tone) known.set(text, tone);
    }
  }
}
