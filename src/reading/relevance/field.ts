import type { Evidence } from './evidence.ts';
import type { FoundNames } from './found.ts';
import type { Setting } from './setting.ts';

/** How a show stands to the other shows of a document. */
export interface Field {
  /** The title names another show and not this one. */
  readonly otherTitled: boolean;
  /** Other shows that are named. */
  readonly others: number;
  /** This show's part of all namings, from 0 to 1; one in the title counts as three. */
  readonly share: number;
  /** Shows of which some name or other stands in the document: many, and chance has put it there. */
  readonly crowd: number;
  /** How the people and characters of this show stand to those of the others; null when it has none. */
  readonly lead: 'alone' | 'ahead' | 'level' | 'behind' | null;
}

/** A naming in the title is worth so many in the text. */
const TITLE = 3;

/** How the shows of a document stand to each other. */
export function fieldsOf(
  all: readonly Evidence[],
  names: readonly FoundNames[],
  { television }: Setting,
): (evidence: Evidence) => Field {
  const named = new Set(all.filter((each) => isNamed(each, television)));
  const titled = new Set(all.filter(isTitled));
  const total = [...named].reduce((sum, each) => sum + namingsOf(each), 0);
  const crowd = new Set(names.flatMap(({ ofShow }) => [...ofShow.keys()])).size;
  const [best = 0, second = 0] = all.map(({ company }) => company.weight).sort((a, b) => b - a);
  return (own) => {
    const counts = named.has(own) ? total : total + namingsOf(own);
    return {
      otherTitled: titled.size > 0 && !titled.has(own),
      others: named.size - (named.has(own) ? 1 : 0),
      share: counts === 0 ? 0 : namingsOf(own) / counts,
      crowd,
      lead: leadOf(own.company.weight, own.company.weight === best ? second : best),
    };
  };
}

function leadOf(own: number, others: number): Field['lead'] {
  if (own === 0) return null;
  if (others === 0) return 'alone';
  return own >= 1.5 * others ? 'ahead' : own >= 0.7 * others ? 'level' : 'behind';
}

const namingsOf = ({ inTitle, inText }: Evidence): number => {
  const plain = inText.filter(({ passing }) => !passing).length;
  return TITLE * inTitle.filter(({ passing }) => !passing).length + plain + (inText.length - plain) / 2;
};

/** Named for sure, or where television is spoken of. */
const isNamed = ({ inTitle, inText, homonym }: Evidence, television: number): boolean =>
  homonym === null &&
  (television >= 1
    ? inTitle.length + inText.length > 0
    : [...inTitle, ...inText].some(({ grade }) => grade === 'sure'));

/** The title names the show, surely or beside somebody of it. */
function isTitled({ inTitle, own }: Evidence): boolean {
  const namings = inTitle.filter(({ passing }) => !passing);
  return namings.some(({ grade }) => grade === 'sure') || (namings.length > 0 && own > 0);
}
