import type { Season, Show, Window } from '../domain/catalogue.ts';

/** A show with what another description of it adds. What is known stays: the catalogue is checked by people, pages are not. */
export function mergeShow(known: Show, found: Show): Show {
  const titles = new Set(known.titles.map(({ text }) => text.toLowerCase()));
  const entities = new Set(known.entities.map(({ id }) => id));
  return {
    ...known,
    titles: [...known.titles, ...found.titles.filter(({ text }) => !titles.has(text.toLowerCase()))],
    entities: [...known.entities, ...found.entities.filter(({ id }) => !entities.has(id))],
    seasons: mergeSeasons(known.seasons, found.seasons),
    ...(known.specials || !found.specials ? {} : { specials: found.specials }),
  };
}

function mergeSeasons(known: readonly Season[], found: readonly Season[]): readonly Season[] {
  const byNumber = new Map(known.map((season) => [season.number, season]));
  for (const season of found) {
    const old = byNumber.get(season.number);
    byNumber.set(season.number, old ? mergeSeason(old, season) : season);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

function mergeSeason(known: Season, found: Season): Season {
  const markets = new Set(known.windows.map(({ market }: Window) => market));
  const awards = [...new Set([...(known.awards ?? []), ...(found.awards ?? [])])];
  return {
    ...found,
    ...known,
    windows: [...known.windows, ...found.windows.filter(({ market }) => !markets.has(market))],
    ...(awards.length > 0 ? { awards } : {}),
  };
}
