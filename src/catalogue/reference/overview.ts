import { anyOf } from './any-of.ts';
import type { Airing, Origin } from './broadcast.ts';
import { datesIn } from './dates.ts';
import type { Words } from './words.ts';

/** A row of a table that lists the seasons: how many episodes, and when the season was on air in its country. */
export interface SeasonRow {
  readonly season: number;
  readonly episodes: number | null;
  readonly airing: Airing | null;
}

/** The rows of tables whose head names seasons and no episode titles: `| 1 | 10 | 27 avril 2015 | 25 mai 2015`. */
export function seasonRows(lines: readonly string[], origin: Origin, words: Words): readonly SeasonRow[] {
  const ofSeasons = new RegExp(anyOf(words.season), 'iu');
  const ofEpisodes = new RegExp(anyOf(words.title), 'iu');
  const rows: SeasonRow[] = [];
  let head = '';
  let isHead = false;
  for (const line of lines.filter((each) => each.startsWith('| '))) {
    const cells = line.slice(2).split(' | ');
    const at = cells.findIndex((cell) => /^\d{1,2}$/u.test(cell.trim()));
    if (at < 0) {
      head = isHead ? `${head} ${line}` : line;
      isHead = true;
      continue;
    }
    isHead = false;
    if (ofSeasons.test(head) && !ofEpisodes.test(head)) rows.push(rowOf(cells.slice(at), origin, words));
  }
  return rows;
}

function rowOf([number = '', ...cells]: readonly string[], origin: Origin, words: Words): SeasonRow {
  const season = Number(number);
  const count = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const [first, last] = cells.flatMap((cell) => datesIn(cell, words).slice(0, 1));
  const to = first?.to ?? last?.from ?? null;
  return {
    season,
    episodes: /^\d{1,3}$/u.test(count) && Number(count) > 0 ? Number(count) : null,
    airing: first ? { season, market: origin.market, network: origin.network, ...first, to } : null,
  };
}
