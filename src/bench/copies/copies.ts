import { createRandom, type Random } from '../../domain/random.ts';
import { fingerprint } from '../../reading/fingerprint/fingerprint.ts';
import { likeness, runsOf } from '../../reading/fingerprint/likeness.ts';
import { readArticles } from './articles.ts';
import { type Article, type EditKind, edit, editKinds } from './edits.ts';
import { createPrintIndex } from './print-index.ts';
import { createTimes, type Microseconds } from './times.ts';

/** What `revue bench copies` prints. Shares are in [0, 1] with four digits, times in microseconds. */
export interface CopiesBench {
  readonly articles: number;
  readonly texts: number;
  /** Share of the copies that are joined to their article, by kind of edit and language (`all` first). */
  readonly recall: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of all that is joined, the share that is: quotations and articles that lent nothing are wrong. */
  readonly precision: number;
  /** Share of the texts that quote 40 words and are joined to what they quote. */
  readonly joinedQuotations: number;
  readonly candidates: number;
  readonly microseconds: Microseconds;
}

/** Articles of a language that copies are made of. */
const SOURCES = 400;

/** Makes copies of the articles at `path` in the same way at every run, and looks for the articles that they are copies of. */
export function benchCopies(path: string): CopiesBench {
  const articles = readArticles(path);
  const times = createTimes();
  const prepared = articles.map(({ text }) => runsOf(text));
  const index = createPrintIndex(articles.map(({ text }) => times.of('fingerprint', () => fingerprint(text))));
  const search = (text: string): Search => {
    const prints = times.of('fingerprint', () => fingerprint(text));
    const candidates = times.of('lookUp', () => index.candidates(prints));
    const own = runsOf(text);
    const isCopy = (number: number): boolean => {
      const other = prepared[number];
      return other !== undefined && times.of('comparison', () => likeness(own, other) !== null);
    };
    return { joined: candidates.filter(isCopy), candidates: candidates.length };
  };
  const alike = createAlike(articles, search);
  const found = copiesOf(articles).map((copy) => findingOf(copy, search(copy.text), alike));
  return { articles: articles.length, texts: found.length, ...figuresOf(found), microseconds: times.means() };
}

interface Search {
  readonly joined: readonly number[];
  readonly candidates: number;
}

interface Copy {
  readonly article: Article;
  readonly kind: EditKind;
  readonly text: string;
  readonly lenders: ReadonlySet<number>;
}

/** What became of a copy: joined to its article, and to how many that it has nothing of. */
interface Finding {
  readonly kind: EditKind;
  readonly language: string;
  readonly joined: boolean;
  readonly wrong: number;
  readonly candidates: number;
}

function copiesOf(articles: readonly Article[]): readonly Copy[] {
  const random = createRandom(7);
  return [...new Set(articles.map(({ language }) => language))].toSorted().flatMap((language) => {
    const own = articles.filter((article) => article.language === language);
    return own.length < 2 ? [] : sourcesOf(own).flatMap((article) => editsOf(article, own, random));
  });
}

/** Sources spread evenly over the data. */
const sourcesOf = (own: readonly Article[]): readonly Article[] => {
  const step = Math.max(1, own.length / SOURCES);
  return own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
};

function editsOf(article: Article, own: readonly Article[], random: Random): readonly Copy[] {
  const others = own.filter(({ number }) => number !== article.number);
  return editKinds.map((kind) => ({ article, kind, ...edit(article, kind, others, random) }));
}

/** The articles that an article is a copy of, itself among them. */
type Alike = (number: number) => ReadonlySet<number>;

function createAlike(articles: readonly Article[], search: (text: string) => Search): Alike {
  const known = new Map<number, ReadonlySet<number>>();
  return (number) => {
    const alike = known.get(number) ?? new Set([number, ...search(articles[number]?.text ?? '').joined]);
    known.set(number, alike);
    return alike;
  };
}

/** The data hold copies of their own: what is alike to the source or to a lender of words is not wrong. */
function findingOf({ article, kind, lenders }: Copy, { joined, candidates }: Search, alike: Alike): Finding {
  const others = joined.filter((number) => number !== article.number && !lenders.has(number));
  const isWrong = (number: number): boolean => ![article.number, ...lenders].some((from) => alike(from).has(number));
  return {
    kind,
    language: article.language,
    joined: joined.includes(article.number),
    wrong: others.filter(isWrong).length,
    candidates,
  };
}

function figuresOf(found: readonly Finding[]): Omit<CopiesBench, 'articles' | 'texts' | 'microseconds'> {
  const copies = found.filter(({ kind }) => kind !== 'quotation');
  const quotations = found.filter(({ kind }) => kind === 'quotation');
  const right = copies.filter(({ joined }) => joined).length;
  const quoted = quotations.filter(({ joined }) => joined).length;
  const wrong = found.reduce((sum, each) => sum + each.wrong, quoted);
  const languages = [...new Set(found.map(({ language }) => language))];
  const recallOf = (kind: EditKind): Readonly<Record<string, number>> => {
    const own = copies.filter((each) => each.kind === kind);
    const byLanguage = languages.map((language) => [language, joinedOf(own.filter((e) => e.language === language))]);
    return { all: joinedOf(own), ...Object.fromEntries(byLanguage) };
  };
  const kinds = editKinds.filter((kind) => kind !== 'quotation');
  return {
    recall: Object.fromEntries(kinds.map((kind) => [kind, recallOf(kind)])),
    precision: rounded(right / (right + wrong)),
    joinedQuotations: joinedOf(quotations),
    candidates: rounded(found.reduce((sum, each) => sum + each.candidates, 0) / found.length),
  };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const joinedOf = (found: readonly Finding[]): number =>
  rounded(found.filter(({ joined }) => joined).length / found.length);
