import type { CatalogueIndex, NameHit, Show, ShowId } from '../../domain/catalogue.ts';
import type { ShowRelevance } from '../../domain/reading.ts';
import { type Company, companyOf } from './company.ts';
import cues from './cues.json' with { type: 'json' };
import { homonymsIn, type Naming, namingsOf } from './naming.ts';

export const relevanceStage = { name: 'relevance', version: '2' } as const;

/** What relevance is judged by. `hits` are the name matches over `text`; `given` is a show the text is known to concern. */
export interface RelevanceInput {
  readonly title: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly hits: readonly NameHit[];
  readonly given: ShowId | undefined;
}

/** From this score on a document is about a show. */
const ABOUT = 1.9;
/** A text is about one show: another that scores this much less is a comparison. */
const CLEARLY_LESS = 1.5;
/** A text that names this many shows is a round-up. */
const CROWD = 3;
/** Characters from the beginning in which a show that the document is about is named. */
const LEAD = 600;

/** One reason for or against, with its weight. */
interface Signal {
  readonly says: string;
  readonly weight: number;
}

interface Judgement {
  readonly show: Show;
  readonly score: number;
  /** The show is named for sure, or told by several of its characters and people. */
  readonly present: boolean;
  readonly signals: readonly Signal[];
}

/** What a document says of one show. */
interface Evidence {
  readonly inTitle: readonly Naming[];
  readonly inText: readonly Naming[];
  readonly strong: boolean;
  readonly titleCompany: Company;
  readonly company: Company;
  /** A title naming the season leaves no doubt: "The Bureau season 5". */
  readonly seasonInTitle: boolean;
  readonly season: boolean;
}

const season = new RegExp(`(?<!\\p{L})(?:${cues.season.join('|')})(?!\\p{L})`, 'iu');

/** Which shows a document is about or mentions, surest first, with the signals that decided. */
export function readRelevance(input: RelevanceInput, index: CatalogueIndex): readonly ShowRelevance[] {
  const titleHits = index.scan(input.title ?? '');
  const shows = candidates(input, titleHits, index);
  const titled = new Set(shows.filter((show) => isTitled(show, input, titleHits)));
  const crowd = shows.filter((show) => namingsOf(show, input.hits, input.text).some(({ isStrong }) => isStrong)).length;
  const judged = shows.map((show) => judge(show, input, titleHits, { titled, crowded: crowd >= CROWD }));
  const best = Math.max(0, ...judged.map(({ score }) => score));
  return judged
    .flatMap((judgement) => relevanceOf(judgement, best, input.given) ?? [])
    .sort((a, b) => (a.relevance === b.relevance ? b.confidence - a.confidence : a.relevance === 'about' ? -1 : 1));
}

function relevanceOf({ show, score, present, signals }: Judgement, best: number, given?: ShowId): ShowRelevance | null {
  const says = signals.map((signal) => signal.says);
  if (given === show.id) {
    return { show: show.id, relevance: 'about', confidence: 1, signals: ['given with the page', ...says] };
  }
  if (!present) return null;
  const about = given === undefined && score >= ABOUT && score >= best - CLEARLY_LESS;
  const confidence = 1 / (1 + Math.exp(-(about ? score - ABOUT + 1 : 1 + Math.abs(ABOUT - score))));
  return { show: show.id, relevance: about ? 'about' : 'mention', confidence, signals: says };
}

function candidates(input: RelevanceInput, titleHits: readonly NameHit[], index: CatalogueIndex): readonly Show[] {
  const ids = new Set<ShowId>(input.given === undefined ? [] : [input.given]);
  for (const hit of [...titleHits, ...input.hits])
    for (const { show } of hit.candidates) if (show !== null) ids.add(show);
  return [...ids].flatMap((id) => index.shows.get(id) ?? []);
}

/** The title names the show, surely or beside somebody of it. */
function isTitled(show: Show, input: RelevanceInput, titleHits: readonly NameHit[]): boolean {
  const namings = namingsOf(show, titleHits, input.title ?? '').filter(({ passing }) => !passing);
  if (namings.length === 0 || namings.some(({ isStrong }) => isStrong)) return namings.length > 0;
  const { characters, people } = companyOf(show, [...titleHits, ...input.hits], false);
  return characters.size + people.size > 0;
}

/** What the document says of shows altogether: those in its title, and whether it names many. */
interface Field {
  readonly titled: ReadonlySet<Show>;
  readonly crowded: boolean;
}

function judge(show: Show, input: RelevanceInput, titleHits: readonly NameHit[], field: Field): Judgement {
  const { titled, crowded } = field;
  const title = input.title ?? '';
  const evidence = gather(show, input, titleHits);
  const { inTitle, inText, strong, company, seasonInTitle } = evidence;
  const own = company.characters.size + company.people.size;
  const beside = [...titled].some((other) => other !== show) || hitsOtherShow(show, input.hits);
  // A title that may be the show's, again in the text, on a page that speaks of seasons.
  const repeated = inTitle.length > 0 && inText.length > 0 && evidence.season;
  const corroborated = strong || seasonInTitle || repeated || own + company.organisations.size > 0 || beside;
  const named = (inTitle.length > 0 || inText.length > 0) && corroborated;
  const [against] = strong || own > 1 ? [] : homonymsIn(show, `${title}\n${input.text}`);
  const signals: readonly Signal[] = [
    ...(named ? [...titleSignals(evidence), ...textSignals(evidence)] : []),
    ...companySignals(evidence),
    ...(inTitle.length === 0 && titled.size > 0 && !titled.has(show)
      ? [{ says: 'the title names another show', weight: -2 }]
      : []),
    ...(inTitle.length === 0 && crowded ? [{ says: 'one of several shows', weight: -1 }] : []),
    ...(against ? [{ says: `"${against.says}" is something else`, weight: -4 }] : []),
    ...(slugNames(show, input.url) ? [{ says: 'the address names the show', weight: 1 }] : []),
  ];
  const score = signals.reduce((sum, { weight }) => sum + weight, 0);
  const told = company.characters.size > 0 && own > 1 && score >= ABOUT;
  return { show, score, present: (named && !against) || told, signals };
}

function gather(show: Show, input: RelevanceInput, titleHits: readonly NameHit[]): Evidence {
  const title = input.title ?? '';
  const inTitle = namingsOf(show, titleHits, title);
  const inText = namingsOf(show, input.hits, input.text);
  const strong = [...inTitle, ...inText].some(({ isStrong }) => isStrong);
  const company = companyOf(show, [...titleHits, ...input.hits], strong);
  const sure = strong || company.characters.size + company.people.size > 0;
  const named = inTitle.length > 0;
  return {
    inTitle,
    inText,
    strong,
    company,
    titleCompany: companyOf(show, titleHits, sure),
    seasonInTitle: named && season.test(title),
    season: season.test(title) || season.test(input.text.slice(0, LEAD)),
  };
}

const hitsOtherShow = (show: Show, hits: readonly NameHit[]): boolean =>
  hits.some(({ surface, candidates: all }) =>
    all.some(
      ({ entity, alias }) =>
        entity.type === 'show' &&
        entity.id !== `show:${show.id}` &&
        alias.strength === 'strong' &&
        /^\p{Lu}/u.test(surface),
    ),
  );

function titleSignals({ inTitle, seasonInTitle }: Evidence): readonly Signal[] {
  const naming = inTitle.find(({ passing }) => !passing) ?? inTitle[0];
  if (!naming) return [];
  if (naming.passing) return [{ says: 'the title names the show in passing', weight: 0.5 }];
  if (naming.isStrong) return [{ says: 'the title names the show', weight: 3 }];
  return [
    { says: seasonInTitle ? 'the title names the show and a season' : 'the title may name the show', weight: 2.5 },
  ];
}

function textSignals({ inText }: Evidence): readonly Signal[] {
  if (inText.length === 0) return [];
  const plain = inText.filter(({ passing }) => !passing);
  const [first] = plain;
  if (!first) return [{ says: 'the text names the show only in passing', weight: 0 }];
  const early = first.start < LEAD ? (plain.some(({ isStrong }) => isStrong) ? 2 : 1.2) : 0.5;
  const weight = early + Math.min(1.2, 0.4 * (plain.length - 1));
  return [{ says: `the text names the show ${inText.length === 1 ? 'once' : `${inText.length} times`}`, weight }];
}

function companySignals({ company, titleCompany, season: hasSeason }: Evidence): readonly Signal[] {
  const { characters, people, organisations } = company;
  const own = characters.size + people.size;
  const newPeople = [...people].filter((id) => !titleCompany.people.has(id)).length;
  return [
    ...(characters.size > 0
      ? [{ says: `${characters.size} characters of the show`, weight: Math.min(3, 1.3 * characters.size) }]
      : []),
    ...(newPeople > 0 ? [{ says: `${newPeople} people of the show`, weight: Math.min(1.8, 0.6 * newPeople) }] : []),
    ...(titleCompany.characters.size > 0 ? [{ says: 'the title names a character', weight: 1 }] : []),
    ...(titleCompany.people.size > 0 ? [{ says: 'the title names people of the show', weight: 0.8 }] : []),
    ...(own > 0 && hasSeason ? [{ says: 'a season is named', weight: 0.8 }] : []),
    ...(own > 0 && organisations.size > 0 ? [{ says: 'organisations of the show', weight: 0.3 }] : []),
  ];
}

function slugNames({ id }: Show, url: string | null): boolean {
  return url !== null && url.toLowerCase().includes(id.replace(/^(?:le|la|les|the)-/u, ''));
}
