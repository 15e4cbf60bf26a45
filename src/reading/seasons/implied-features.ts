import { against, distance, type Observed, type Standing } from './named-features.ts';
import { isSign } from './words.ts';

/** What is known of the season that a passage may go on about. */
export interface Implied {
  readonly season: number;
  /** How the text spoke of it last. */
  readonly relation: 'about' | 'background';
  /** `text`: a sentence before named it; `page`: the page or title does. */
  readonly source: 'text' | 'page';
  /** Sentences since the one that named it. */
  readonly age: number;
  /** The passage itself names other seasons, in the background. */
  readonly beside: boolean;
  /** It was asked already whether the passage goes on about another season. */
  readonly second: boolean;
}

/** What the passage is beside its words. */
export interface Place {
  readonly at: number;
  readonly count: number;
  /** Names of the catalogue in it; titles of other shows. */
  readonly names: number;
  readonly otherTitles: number;
  /** What the passage before was found to be. */
  readonly last: string;
}

const age = (sentences: number): string => (sentences <= 3 ? String(sentences) : sentences <= 6 ? '4-6' : '7+');

const length = (words: number): string => (words < 8 ? 'short' : words < 20 ? 'middling' : 'long');

/** What can be observed of a passage that names no season itself but may go on about one. */
export function impliedFeatures(
  implied: Implied,
  { folded, words, cues }: Observed,
  place: Place,
  standing: Standing,
): readonly string[] {
  const plain = words.filter((word) => !isSign(word)).map(({ text }) => text);
  const from = `${implied.source} ${implied.relation}`;
  const first = plain[0] ?? '';
  return [
    'implied',
    `implied from:${from}`,
    `implied age:${age(implied.age)}`,
    `implied from:${from} age:${age(implied.age)}`,
    `implied last:${place.last}`,
    `implied last:${place.last} from:${from}`,
    `implied own:${against([implied.season], standing.own)}`,
    `implied date:${against([implied.season], standing.current)}`,
    `implied main:${against([implied.season], standing.main)}`,
    `implied named:${distance(standing.sinceNamed)}`,
    `implied first:${first}`,
    `implied first2:${first} ${plain[1] ?? ''}`,
    `implied first:${first} age:${age(implied.age)}`,
    `implied from:${from} age:${age(implied.age)} of:${place.count <= 4 ? 'few' : 'many'}`,
    `implied length:${length(plain.length)}`,
    `implied place:${place.at === 0 ? 'opening' : place.at === place.count - 1 ? 'closing' : 'inside'}`,
    ...(place.names > 0 ? ['implied names'] : []),
    ...(place.otherTitles > 0 ? ['implied other title'] : []),
    ...(implied.beside ? ['implied beside', `implied beside from:${from}`] : []),
    ...(implied.second ? ['implied second'] : []),
    ...cues.flatMap((cue) => [`implied cue:${cue}`, `implied cue:${cue} from:${from}`]),
    ...(folded.includes('?') ? ['implied question'] : []),
    ...(folded.includes('"') ? ['implied quotes'] : []),
    ...new Set(plain.map((word) => `implied word:${word.slice(0, 6)}`)),
  ];
}
