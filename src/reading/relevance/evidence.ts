import type { Show } from '../../domain/catalogue.ts';
import { addressNames } from './address.ts';
import { type Company, companyOf } from './company.ts';
import cues from './cues.json' with { type: 'json' };
import type { FoundNames } from './found.ts';
import { homonymIn } from './homonyms.ts';
import { type Naming, namingsOf } from './naming.ts';
import type { Setting } from './setting.ts';

/** A document as relevance sees it: what it says, and what its title and text name. */
export interface Subject {
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  /** When it was published, ISO 8601, to the day, month or year; null when unknown. */
  readonly published: string | null;
  readonly titleNames: FoundNames;
  readonly textNames: FoundNames;
  readonly setting: Setting;
}

/** What a document says of one show. */
export interface Evidence {
  readonly show: Show;
  readonly inTitle: readonly Naming[];
  readonly inText: readonly Naming[];
  /** How often the words of its name are plain words or part of another name. */
  readonly otherwise: number;
  readonly titleCompany: Company;
  readonly company: Company;
  /** Distinct characters and people. */
  readonly own: number;
  readonly season: boolean;
  readonly address: boolean;
  /** What only looks like the show, where nothing surer speaks for it. */
  readonly homonym: string | null;
  /** Whole years from publication to the first season; 0 from then on, or when a date is missing. */
  readonly yearsBefore: number;
}

/** Characters from the beginning in which a show that the document is about is named. */
export const LEAD = 600;
/** Characters in which a homonym is looked for. */
const READ = 20_000;

const season = new RegExp(`(?<!\\p{L})(?:${cues.season.join('|')})(?!\\p{L})`, 'iu');

/** Gathers what a document says of a show. */
export function evidenceOf(show: Show, subject: Subject): Evidence {
  const { title, text, titleNames, textNames } = subject;
  const { namings: inTitle, ...titled } = namingsOf(show, titleNames.ofShow.get(show.id) ?? [], title);
  const { namings: inText, ...told } = namingsOf(show, textNames.ofShow.get(show.id) ?? [], text);
  const namings = [...inTitle, ...inText];
  const strong = namings.some(({ grade }) => grade !== 'weak');
  const address = addressNames(show, subject.url, subject.setting);
  const company = companyOf(show, [titleNames, textNames], strong || address);
  const own = company.characters.size + company.people.size;
  const clear = namings.some(({ grade }) => grade === 'sure') || inTitle.some(({ withSeason }) => withSeason);
  const doubtful = namings.length > 0 && !clear && own < 2;
  return {
    show,
    inTitle,
    inText,
    otherwise: titled.otherwise + told.otherwise,
    company,
    own,
    titleCompany: companyOf(show, [titleNames], strong || own > 0),
    season: season.test(title) || season.test(text.slice(0, LEAD)),
    address,
    homonym: doubtful ? homonymIn(show, `${title}\n${text.slice(0, READ)}`) : null,
    yearsBefore: yearsBefore(show, subject.published),
  };
}

function yearsBefore({ seasons }: Show, published: string | null): number {
  if (published === null) return 0;
  const [first] = seasons.flatMap(({ windows }) => windows.map(({ from }) => from)).sort();
  if (first === undefined) return 0;
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 12);
  return Math.max(0, Math.floor((months(first) - months(published)) / 12));
}
