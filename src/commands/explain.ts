import { loadSeasonModel } from '../app-models.ts';
import { buildIndex } from '../catalogue/index.ts';
import { loadCatalogueWith } from '../catalogue/load.ts';
import type { CatalogueIndex } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import type { Document, Reading } from '../domain/reading.ts';
import { paths } from '../paths.ts';
import { readPage } from '../reading/reading.ts';
import {
  type Answer,
  answersOf,
  explain as explainPassage,
  type Section,
  type Watched,
  watchingJudge,
} from '../reading/seasons/explain.ts';
import { say } from '../reading/seasons/explain-sentences.ts';
import type { SeasonModel } from '../reading/seasons/judge.ts';
import { createTools } from '../tools.ts';
import { type Arguments, pageOptions, parseArguments, textOption, usage } from './arguments.ts';
import { toolsFor } from './given-show.ts';
import { print, printJson } from './output.ts';
import { pageOf } from './read-one.ts';

const options = { ...pageOptions, passage: { type: 'string' }, document: { type: 'string' } } as const;

/** A page that was read under watch. */
interface WatchedReading {
  readonly reading: Reading;
  readonly model: SeasonModel;
  readonly index: CatalogueIndex;
  /** Every passage of every document, in the order of reading. */
  readonly watched: readonly Watched[];
}

/**
 * `revue explain FILE|URL|- [--passage N] [--document N]`: why passage N was given its seasons, else the passages with
 * their numbers and seasons. Throws `passage-unknown` or `document-unknown`, and what reading throws.
 */
export async function explain(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const [target, ...more] = parsed.positionals;
  if (target === undefined || more.length > 0) throw usage('Name one file, one URL, or - for standard input.');
  const asked = { passage: numberOption(parsed, 'passage'), document: numberOption(parsed, 'document') };
  const read = await readWatched(target, parsed);
  if (asked.passage === null) return list(read, asked.document, parsed);
  const at = (asked.document ?? 1) - 1;
  const document = documentAt(read.reading, at);
  const watched = watchedOf(read, at)[asked.passage - 1];
  if (watched === undefined) throw unknownPassage(asked.passage, document);
  const sections = withShows(explainPassage(watched, read.model), document, read.index);
  if (parsed.values['json'])
    return printJson(asJson(asked.passage, { at, document, sections, answers: answersOf(watched, read.model) }));
  print(pageText(asked.passage, document, sections));
}

/** A number from 1; null when the option is not given. */
function numberOption(parsed: Arguments, name: string): number | null {
  const value = textOption(parsed, name);
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,5}$/u.test(value)) throw usage(`--${name} is a number from 1, not "${value}".`);
  return Number(value);
}

async function readWatched(target: string, parsed: Arguments): Promise<WatchedReading> {
  const shipped = await loadCatalogueWith(paths.catalogue, textOption(parsed, 'catalogue') ?? null);
  const { page, index } = toolsFor(await pageOf(target, parsed), buildIndex(shipped));
  const model = loadSeasonModel(paths.models);
  const { judge, watched } = watchingJudge(model);
  const tools = await createTools(index.catalogue, paths.models);
  return { reading: readPage(page, { ...tools, index, seasons: judge }), model, index, watched };
}

/** The passages of a document among those of all. */
function watchedOf({ reading, watched }: WatchedReading, at: number): readonly Watched[] {
  const before = reading.documents.slice(0, at).reduce((sum, { passages }) => sum + passages.length, 0);
  return watched.slice(before, before + (reading.documents[at]?.passages.length ?? 0));
}

function documentAt({ documents }: Reading, at: number): Document {
  const found = documents[at];
  if (found !== undefined) return found;
  const many = documents.length === 1 ? 'one document' : `${documents.length} documents`;
  throw new RevueError('document-unknown', `There is no document ${at + 1}; the page holds ${many}.`, 'quarantine');
}

function unknownPassage(asked: number, { passages }: Document): RevueError {
  const many = passages.length === 1 ? 'one passage' : `${passages.length} passages`;
  return new RevueError('passage-unknown', `There is no passage ${asked}; the document has ${many}.`, 'quarantine');
}

/** The explanation with the show of the document, and why, at its head. */
function withShows(
  [first, ...rest]: readonly Section[],
  { shows }: Document,
  index: CatalogueIndex,
): readonly Section[] {
  const lines = shows.map(({ show, relevance, signals }) =>
    say(`show ${relevance}`, { show: index.shows.get(show)?.title ?? show, signals: signals.join('; ') }),
  );
  return first === undefined ? [] : [{ ...first, lines: [...lines, ...first.lines] }, ...rest];
}

function pageText(number: number, { passages, title }: Document, sections: readonly Section[]): string {
  const passage = passages[number - 1];
  return [
    say(title === null ? 'passage untitled' : 'passage', { number, count: passages.length, title: title ?? '' }),
    `  “${passage?.text ?? ''}”`,
    ...sections.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => `  ${line}`)]),
  ].join('\n');
}

interface Explained {
  readonly at: number;
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly answers: readonly Answer[];
}

function asJson(number: number, { at, document, sections, answers }: Explained): object {
  return { document: at + 1, title: document.title, ...row(document, number), sections, answers };
}

/** A passage with its number and seasons. */
function row({ passages }: Document, number: number): object {
  const { text, language, attributions } = passages[number - 1] ?? {};
  return { passage: number, text, language, attributions };
}

/** The passages of one document, or of all, with their numbers and seasons. */
function list({ reading, index }: WatchedReading, asked: number | null, parsed: Arguments): void {
  if (asked !== null) documentAt(reading, asked - 1);
  const shown = reading.documents
    .map((document, at) => ({ document, number: at + 1 }))
    .filter(({ number }) => asked === null || number === asked);
  if (!parsed.values['json'])
    return print(shown.map((each) => listText(each.document, each.number, index)).join('\n\n'));
  printJson(
    shown.map(({ document, number }) => ({
      document: number,
      title: document.title,
      passages: document.passages.map((_, i) => row(document, i + 1)),
    })),
  );
}

function listText({ passages, title }: Document, number: number, index: CatalogueIndex): string {
  return [
    say('document number', { number, title: title ?? say('untitled') }),
    ...passages.map(({ text, attributions }, i) => {
      const seasons = attributions.map(({ season, show, relation }) =>
        say(`listed ${relation}`, { season, show: index.shows.get(show)?.title ?? show }),
      );
      return `${String(i + 1).padStart(4)}  ${seasons.join(', ') || say('listed none')}: ${text}`;
    }),
  ].join('\n');
}
