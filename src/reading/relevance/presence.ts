import type { Show } from '../../domain/catalogue.ts';
import type { Evidence } from './evidence.ts';
import type { Field } from './field.ts';
import type { Naming } from './naming.ts';
import type { Setting } from './setting.ts';

/** From so many years before its first season on nothing can be about a show; a show is announced earlier at times. */
const TOO_EARLY = 3;

/** Whether what looks like the show's name is its name: the surer it is written, the less must stand by it. */
export function isNamed(evidence: Evidence, field: Field, setting: Setting): boolean {
  const { inTitle, inText, homonym, yearsBefore } = evidence;
  const all = [...inTitle, ...inText];
  if (all.length === 0 || yearsBefore >= TOO_EARLY || homonym !== null) return false;
  if (isOtherMedium(evidence, field, setting)) return false;
  const support = supportOf(evidence, all, field, setting);
  if (all.some(({ grade }) => grade === 'sure')) return setting.section !== 'elsewhere' || support >= 1;
  if (all.some(({ grade }) => grade === 'plain')) return support >= 1;
  return isBacked(evidence, all, field, setting);
}

/** The title's name is that of a film or a book, of which the text speaks and not of a series. */
function isOtherMedium(
  { inTitle, season, company }: Evidence,
  { otherTitled }: Field,
  { elsewhere }: Setting,
): boolean {
  return elsewhere && !season && !otherTitled && company.characters.size < 2 && inTitle.some(({ passing }) => !passing);
}

/** How much stands by a name that could be plain words; 1 is enough. */
function supportOf(
  { own, company, address }: Evidence,
  all: readonly Naming[],
  { others }: Field,
  { television, culture }: Setting,
): number {
  const passing = all.some((naming) => naming.passing);
  const carried = company.organisations.size > 0;
  return (
    television +
    own +
    (culture ? 0.5 : 0) +
    (passing ? 0.5 : 0) +
    (carried ? 1 : 0) +
    (others > 0 ? 1 : 0) +
    (address ? 2 : 0)
  );
}

/** A title that is weak in itself needs somebody of the show, or a place where only titles stand. */
function isBacked(
  { inTitle, inText, own, company, season, address }: Evidence,
  all: readonly Naming[],
  { others }: Field,
  { television, series, section }: Setting,
): boolean {
  if (own + company.organisations.size > 0 || address) return true;
  if (others > 0 && television >= 0.5) return true;
  if (section === 'elsewhere') return false;
  const repeated = inTitle.length > 0 && inText.length > 0;
  return (
    inTitle.some(({ withSeason, heads }) => withSeason || (heads && season && series > 0)) ||
    (repeated && season && television >= 1) ||
    (television >= 0.5 && all.some(({ withSeason }) => withSeason)) ||
    (television >= 1 && all.some(({ quoted }) => quoted))
  );
}

/** Whether a show that is not named is told by its characters, its people and its channel. */
export function isTold(evidence: Evidence, { television, series }: Setting): boolean {
  const { company, titleCompany, own, season, address, yearsBefore } = evidence;
  const { characters, people, firstNames, played, organisations } = company;
  const called = characters.size + firstNames.size / 2;
  if (yearsBefore >= TOO_EARLY) return false;
  if (people.size > 1 && called > 0) return true;
  if (television < 0.5 && !season) return false;
  if (address && own + television >= 1) return true;
  if (isTeam(evidence)) return true;
  // Characters alone may be people of history: only a text about a series speaks of them as characters.
  if (!season && series < 2) return people.size > 0 && characters.size > 0;
  if (played > 0 || (called > 0 && own + firstNames.size / 2 > 1)) return true;
  return titleCompany.characters.size > 0 && organisations.size > 0;
}

/** Enough of those who made it and play in it: two of them meet in other works, three hardly ever. */
function isTeam({ show, company: { people, organisations }, titleCompany, season }: Evidence): boolean {
  if (people.size < 2) return false;
  return (
    people.size > 2 || titleCompany.people.size > 0 || organisations.size > 0 || (season && isMadeBy(show, people))
  );
}

/** Whether the creator of the show is among people. */
export const isMadeBy = ({ entities }: Show, people: ReadonlySet<string>): boolean =>
  entities.some(({ id, roles }) => people.has(id) && roles?.includes('creator'));
