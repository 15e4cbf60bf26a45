/** `1-3, 5` → 1, 2, 3, 5. */
export function numbersIn(range: number | string | undefined): readonly number[] {
  if (range === undefined) return [];
  return String(range)
    .split(',')
    .flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map((number) => Number(number.trim()));
      return Array.from({ length: Math.max(0, Math.min(to - from + 1, 200)) }, (_, i) => from + i);
    });
}

/** 1, 2, 3, 5 → `1-3, 5`; a single season stays a number. */
export function rangeText(numbers: readonly number[]): number | string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  const [only] = runs;
  if (runs.length === 1 && only && only.from === only.to) return only.from;
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
