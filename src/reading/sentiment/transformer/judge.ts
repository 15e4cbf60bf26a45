import type { ToneJudge } from '../judge.ts';
import type { AskTone } from './rounds.ts';

/** A judge by a transformer's answers: it reads any language, each text by itself, and tells no reported opinion from the writer's. */
export function createTransformerJudge(ask: AskTone): ToneJudge {
  return {
    sentences: (sentences) =>
      sentences.map(({ text }) => {
        const sentiment = ask(text);
        return sentiment && { sentiment, reported: null };
      }),
    part: ({ text }) => ask(text),
    whole: ({ text }) => ask(text),
  };
}
