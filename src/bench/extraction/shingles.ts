const TOKEN = /[\p{L}\p{N}_]+/gu;
const RUN = 4;

/** How much of one text stands in the other, as shares of the runs of four tokens that either has. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Compares texts as Scrapinghub's article benchmark does: bags of runs of four tokens; a text of fewer tokens is one run. */
export function overlap(truth: string, found: string): Overlap {
  const wanted = bagOf(truth);
  const got = bagOf(found);
  let common = 0;
  for (const [run, count] of wanted) common += Math.min(count, got.get(run) ?? 0);
  const size = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((sum, count) => sum + count, 0);
  const precision = size(got) === 0 ? (size(wanted) === 0 ? 1 : 0) : common / size(got);
  const recall = size(wanted) === 0 ? 1 : common / size(wanted);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** The harmonic mean; 0 when both are 0. */
export const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

function bagOf(text: string): ReadonlyMap<string, number> {
  const tokens = text.match(TOKEN) ?? [];
  const bag = new Map<string, number>();
  const add = (run: string): void => {
    bag.set(run, (bag.get(run) ?? 0) + 1);
  };
  if (tokens.length > 0 && tokens.length < RUN) add(tokens.join(' '));
  for (let i = 0; i + RUN <= tokens.length; i++) add(tokens.slice(i, i + RUN).join(' '));
  return bag;
}
