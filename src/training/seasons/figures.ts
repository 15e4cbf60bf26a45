import type { AttributionBasis, AttributionRelation } from '../../domain/reading.ts';
import type { Label, LabelledText } from './corpus.ts';

/** What the reader found in one sentence, beside its labels. */
export interface Judged {
  readonly kind: string;
  readonly show: string;
  readonly found: readonly Label[];
  readonly expected: readonly Label[];
}

/** Counts behind an F1: what was found, what was expected and what both agree on. */
interface Counts {
  readonly both: number;
  readonly found: number;
  readonly expected: number;
}

/** Figures over sentences, in percent: F1 of pairs of show and season, of those about a season, and sets that are exact. */
export interface SeasonFigures {
  readonly sentences: number;
  readonly pair: number;
  readonly precision: number;
  readonly recall: number;
  readonly about: number;
  readonly exact: number;
  /** F1 of each relation, season and relation both right. */
  readonly relations: Readonly<Record<AttributionRelation, number>>;
  /** Mean of the three. */
  readonly relation: number;
  /** Sentences of each kind and how many of them are exactly right. */
  readonly kinds: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
  /** Seasons of other shows that were counted as the document's. */
  readonly wronglyOurs: number;
}

const RELATIONS: readonly AttributionRelation[] = ['about', 'background', 'other-show'];

const pairOf = ({ show, season }: Label): string => `${show} ${season}`;
const whole = (label: Label): string => `${pairOf(label)} ${label.relation}`;

/**
 * The labelled sentences of a text beside what was found in them. Labels hold what a sentence says, so the document's own
 * season, given to a sentence that says nothing, is left out where only the title names it.
 */
export function judgedOf(
  { show, season, sentences }: LabelledText,
  read: readonly (readonly (Label & { readonly basis: AttributionBasis })[])[],
): readonly Judged[] {
  return sentences.flatMap(({ kind, labels }, i) => {
    if (labels === null) return [];
    const found = (read[i] ?? []).filter(({ basis }) => season !== null || basis !== 'document');
    return [{ kind: kind || (labels.length > 0 ? 'said' : 'nothing'), show, found, expected: labels }];
  });
}

function count(judged: readonly Judged[], key: (label: Label) => string, of: (label: Label) => boolean): Counts {
  let [both, found, expected] = [0, 0, 0];
  for (const sentence of judged) {
    const right = new Set(sentence.expected.filter(of).map(key));
    const got = new Set(sentence.found.filter(of).map(key));
    both += [...got].filter((each) => right.has(each)).length;
    found += got.size;
    expected += right.size;
  }
  return { both, found, expected };
}

const f1 = ({ both, found, expected }: Counts): number => (200 * both) / Math.max(1, found + expected);

const isExact = ({ found, expected }: Judged): boolean =>
  found.map(whole).sort().join() === expected.map(whole).sort().join();

function kindsOf(judged: readonly Judged[]): SeasonFigures['kinds'] {
  const kinds = new Map<string, { right: number; of: number }>();
  for (const sentence of judged) {
    const kind = kinds.get(sentence.kind) ?? { right: 0, of: 0 };
    kinds.set(sentence.kind, { right: kind.right + (isExact(sentence) ? 1 : 0), of: kind.of + 1 });
  }
  return Object.fromEntries(kinds);
}

const wrong = ({ show, found, expected }: Judged): number =>
  expected.filter(
    ({ relation, season }) =>
      relation === 'other-show' &&
      found.some((each) => each.show === show && each.season === season) &&
      !expected.some((each) => each.show === show && each.season === season),
  ).length;

/** The figures of judged sentences. */
export function figuresOf(judged: readonly Judged[]): SeasonFigures {
  const pairs = count(judged, pairOf, () => true);
  const relations = Object.fromEntries(
    RELATIONS.map((relation) => [relation, f1(count(judged, pairOf, (label) => label.relation === relation))]),
  ) as Record<AttributionRelation, number>;
  return {
    sentences: judged.length,
    pair: f1(pairs),
    precision: (100 * pairs.both) / Math.max(1, pairs.found),
    recall: (100 * pairs.both) / Math.max(1, pairs.expected),
    about: relations.about,
    exact: (100 * judged.filter(isExact).length) / Math.max(1, judged.length),
    relations,
    relation: RELATIONS.reduce((sum, relation) => sum + relations[relation], 0) / RELATIONS.length,
    kinds: kindsOf(judged),
    wronglyOurs: judged.reduce((sum, sentence) => sum + wrong(sentence), 0),
  };
}

/** One line for people. */
export function lineOf({ sentences, kinds, relations, ...figures }: SeasonFigures): string {
  const shown = (value: number): string => value.toFixed(1);
  const shares = Object.entries(kinds).map(([kind, { right, of }]) => `${kind} ${right}/${of}`);
  const { pair, precision, recall, about, exact, wronglyOurs } = figures;
  return [
    `${sentences} sentences: pairs F1 ${shown(pair)} (P ${shown(precision)} R ${shown(recall)}), about F1 ${shown(about)}, exact ${shown(exact)}`,
    RELATIONS.map((relation) => `${relation} ${shown(relations[relation])}`).join(', '),
    shares.join(', '),
    `other shows' seasons counted as ours ${wronglyOurs}`,
  ].join(' · ');
}
