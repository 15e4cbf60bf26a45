import { readFileSync } from 'node:fs';
import { readEntities } from '../../reading/entities/entities.ts';
import { readNames } from '../../reading/entities/tagger/tagger.ts';
import { splitPassages } from '../../reading/passages/passages.ts';
import type { ReadingTools } from '../../reading/reading-tools.ts';
import { readRelevance } from '../../reading/relevance/relevance.ts';
import { readSeasons } from '../../reading/seasons/seasons.ts';
import { filesAt } from '../files.ts';

/** What the bench needs of the tools. */
export type SeasonTools = Pick<ReadingTools, 'index' | 'names' | 'relevance' | 'seasons'>;

/** What `revue bench seasons` prints: million characters a second and core, after warm-up. */
export interface SeasonsBench {
  readonly documents: number;
  readonly characters: number;
  /** Names of the catalogue in a text. */
  readonly scan: number;
  readonly relevance: number;
  readonly seasons: number;
  /** Unknown names proposed, and all names judged. */
  readonly names: number;
  /** Scan, seasons and names together. */
  readonly together: number;
}

interface Row {
  readonly lang: string;
  readonly title: string;
  readonly published: string;
  readonly sentences: readonly { readonly text: string }[];
}

const steps = ['scan', 'relevance', 'seasons', 'names'] as const;
type Spent = Record<(typeof steps)[number], number>;

/** The code grows fast while it is used, as in a worker that reads all day: so many rounds warm up, so many are measured. */
const WARM_UP = 4;
const ROUNDS = 4;

/** Times the reading of names and seasons over documents at `path`, files of lines `{lang, title, published, sentences: [{text}]}`. Throws `no-data` (fatal). */
export function benchSeasons(path: string, tools: SeasonTools): SeasonsBench {
  const rows = filesAt(path).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row),
  );
  const spent: Spent = { scan: 0, relevance: 0, seasons: 0, names: 0 };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (round === WARM_UP) for (const step of steps) spent[step] = 0;
    for (const row of rows) readRow(row, tools, spent);
  }
  const characters = rows.reduce((sum, row) => sum + textOf(row).length, 0);
  const speed = (microseconds: number): number =>
    Math.round((100 * characters * ROUNDS) / Math.max(1, microseconds)) / 100;
  return {
    documents: rows.length,
    characters,
    scan: speed(spent.scan),
    relevance: speed(spent.relevance),
    seasons: speed(spent.seasons),
    names: speed(spent.names),
    together: speed(spent.scan + spent.seasons + spent.names),
  };
}

const textOf = ({ sentences }: Row): string => sentences.map(({ text }) => text).join(' ');

function readRow(row: Row, { index, names, relevance: model, seasons }: SeasonTools, spent: Spent): void {
  const { lang: language, title } = row;
  const text = textOf(row);
  const passages = splitPassages(text, language).map((span) => ({ ...span, language }));
  const timed = <T>(step: keyof Spent, work: () => T): T => {
    const from = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(from);
    spent[step] += user + system;
    return result;
  };
  const hits = timed('scan', () => index.scan(text));
  const shows = timed('relevance', () =>
    readRelevance({ title, text, url: null, hits, given: undefined }, index, model),
  );
  const show = shows.find(({ relevance }) => relevance === 'about')?.show ?? null;
  const published = { date: row.published, precision: 'day', basis: 'given' } as const;
  const facts = { text, passages, title, show, documentSeason: null, published, market: null, hits };
  timed('seasons', () => readSeasons(facts, index, seasons));
  timed('names', () => {
    const proposed = readNames(text, passages, language, names);
    return readEntities({ text, passages, language, hits, shows, proposed }, index);
  });
}
