import type { Measured } from '../../reading/extract/scoring/measure.ts';
import { runsOfFour, shareIn, tokensOf } from '../../reading/extract/scoring/tokens.ts';

/** From this share of its runs of four words in the truth on, a block is text of the article. */
const SHARED = 0.5;

/** Which blocks of a page stand in the text that a reader marked: 1 or 0 in the order of the blocks. */
export function labelsOf({ blocks }: Measured, truth: string): readonly number[] {
  const tokens = tokensOf(truth);
  const runs = new Set(runsOfFour(tokens));
  const lines = new Set(truth.split('\n').map((line) => tokensOf(line).join(' ')));
  const whole = ` ${tokens.join(' ')} `;
  const sure = blocks.map(({ tokens: own }): number | null => {
    const key = own.join(' ');
    if (key === '') return 0;
    if (lines.has(key)) return 1;
    const share = shareIn(own, runs);
    if (share !== null) return share >= SHARED ? 1 : 0;
    return whole.includes(` ${key} `) ? null : 0;
  });
  // A short block that also stands in the truth somewhere is text when its neighbours on both sides are.
  return sure.map((label, i) => {
    if (label !== null) return label;
    return sure.slice(Math.max(0, i - 2), i).includes(1) && sure.slice(i + 1, i + 3).includes(1) ? 1 : 0;
  });
}
