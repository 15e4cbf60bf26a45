import type { CatalogueIndex, Entity, NameHit, ShowId } from '../../domain/catalogue.ts';

/** A name match with its neighbours, which tell a list of shows. */
export interface PlacedHit {
  readonly hit: NameHit;
  readonly before: NameHit | undefined;
  readonly after: NameHit | undefined;
  /** Another capitalised word goes on from it: a first name that is followed by somebody's surname. */
  readonly goesOn: boolean;
}

/** The name matches of a text, sorted by what they may belong to. */
export interface FoundNames {
  readonly ofShow: ReadonlyMap<ShowId, readonly PlacedHit[]>;
  /** Organisations that belong to no single show, once each: channels, platforms, services. */
  readonly organisations: readonly Entity[];
}

/** After so many matches of one show nothing new is learnt; bounds the work on hostile texts. */
const ENOUGH = 400;

/** Sorts name matches by show, in one pass. */
export function sortHits(hits: readonly NameHit[], text: string): FoundNames {
  const ofShow = new Map<ShowId, PlacedHit[]>();
  const organisations = new Map<string, Entity>();
  hits.forEach((hit, i) => {
    for (const { entity, show } of hit.candidates)
      if (show === null && entity.type === 'organisation') organisations.set(entity.id, entity);
    const goesOn = /^ \p{Lu}/u.test(text.slice(hit.end, hit.end + 3));
    const placed = { hit, before: hits[i - 1], after: hits[i + 1], goesOn };
    for (const show of showsOf(hit)) {
      const own = ofShow.get(show);
      if (!own) ofShow.set(show, [placed]);
      else if (own.length < ENOUGH) own.push(placed);
    }
  });
  return { ofShow, organisations: [...organisations.values()] };
}

const showsOf = ({ candidates }: NameHit): ReadonlySet<ShowId> =>
  new Set(candidates.flatMap(({ show }) => (show === null ? [] : [show])));

/** The shows of the catalogue that the matches may name: by a name of their own, or by two of their people. */
export const showsIn = (index: CatalogueIndex, ...all: readonly FoundNames[]): ReadonlySet<ShowId> =>
  new Set(
    all
      .flatMap(({ ofShow }) => [...ofShow])
      .filter(
        ([id, placed]) => index.shows.has(id) && (placed.length > 1 || placed.some((each) => isTelling(each, id))),
      )
      .map(([id]) => id),
  );

/** Anything but a first name tells a little. */
const isTelling = ({ hit }: PlacedHit, id: ShowId): boolean =>
  hit.candidates.some(({ show, alias }) => show === id && alias.part !== 'first');
