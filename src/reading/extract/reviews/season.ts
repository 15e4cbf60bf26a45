import words from './words.json' with { type: 'json' };

/** The season that a page files its reviews under: in its path, else in the first title that names exactly one; null without. */
export function seasonOf(path: string, inPath: string | undefined, titles: readonly (string | null)[]): number | null {
  const number = inPath === undefined ? 0 : Number(new RegExp(inPath, 'iu').exec(path)?.[1] ?? 0);
  if (Number.isInteger(number) && number > 0) return number;
  for (const title of titles) {
    const named = words.season.flatMap((source) => [
      ...(title ?? '').slice(0, 500).matchAll(new RegExp(source, 'giu')),
    ]);
    const seasons = new Set(named.map((match) => Number(match[1])));
    const [season] = seasons;
    if (seasons.size === 1 && season !== undefined && season > 0) return season;
  }
  return null;
}
