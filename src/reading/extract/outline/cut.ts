import sentences from './cut.json' with { type: 'json' };
import { MOST, MOST_IN_HEAD, MOST_MARKS } from './limits.ts';

/** What a page may have too much of. */
export type Cut = keyof typeof sentences;

const limits: Readonly<Partial<Record<Cut, number>>> = {
  ...MOST,
  marks: MOST_MARKS,
  meta: MOST_IN_HEAD.meta,
  scripts: MOST_IN_HEAD.scripts,
  data: MOST_IN_HEAD.data,
};

/** One sentence that says what was too much and what came of it. */
export const cutSentence = (cut: Cut): string =>
  sentences[cut].replace('{most}', (limits[cut] ?? 0).toLocaleString('en'));
