import { LEAD } from './evidence.ts';
import type { Grade } from './grade.ts';
import type { Naming } from './naming.ts';
import { counted, type Observation, when } from './observation.ts';

/** Characters from the beginning that say what a text is about: "The second series of Fleabag …". */
const OPENING = 100;

const GRADES: readonly Grade[] = ['sure', 'plain', 'weak'];

/** The surest grade of namings. */
export const bestOf = (namings: readonly Naming[]): Grade | 'none' =>
  GRADES.find((grade) => namings.some((naming) => naming.grade === grade)) ?? 'none';

const some = (namings: readonly Naming[], key: string, test: (naming: Naming) => boolean): readonly Observation[] =>
  when(namings.some(test), key);

const plainOf = (namings: readonly Naming[]): readonly Naming[] => namings.filter(({ passing }) => !passing);

/** How a title names the show. */
export function titleOf(inTitle: readonly Naming[]): readonly Observation[] {
  if (inTitle.length === 0) return [];
  const plain = plainOf(inTitle);
  if (plain.length === 0) return when(true, 'title passing');
  return [
    ...when(true, `title ${bestOf(plain)}`),
    ...some(plain, 'title season', ({ withSeason }) => withSeason),
    ...some(plain, 'title heads', ({ start }) => start === 0),
    ...some(plain, 'title headline', ({ heads }) => heads),
    ...some(plain, 'title quoted', ({ quoted }) => quoted),
    ...some(plain, 'title series', ({ withSeries }) => withSeries),
    ...some(plain, 'title inside', ({ inside }) => inside),
  ];
}

/** How a text names the show. */
export function textOf(inText: readonly Naming[]): readonly Observation[] {
  const plain = plainOf(inText);
  const [first] = plain;
  if (!first) return when(inText.length > 0, 'text passing');
  const times = plain.length === 1 ? 'once' : `${plain.length} times`;
  return [
    ...counted(plain.length, 'named', [1, 2, 3, 5, 9], times),
    ...when(true, `text ${bestOf(plain)}`),
    ...some(plain, 'text season', ({ withSeason, start }) => withSeason && start < LEAD),
    ...some(plain, 'text series', ({ withSeries }) => withSeries),
    ...some(plain, 'text quoted', ({ quoted }) => quoted),
    ...some(plain, 'text inside', ({ inside }) => inside),
    ...some(plain, 'text subject', ({ subject }) => subject),
    ...some(plain, 'text near', ({ near }) => near),
    ...when(first.start < OPENING, 'text opens'),
    ...when(first.start >= LEAD, 'text late'),
    ...when(inText.length > plain.length, 'text partly passing'),
  ];
}
