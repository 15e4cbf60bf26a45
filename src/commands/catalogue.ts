import { createFetcher } from '../acquire/fetch.ts';
import { parseShow } from '../catalogue/format.ts';
import { importReferencePage } from '../catalogue/import.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { mergeShow } from '../catalogue/merge.ts';
import { writeShow } from '../catalogue/write.ts';
import { readConfig } from '../config.ts';
import { getCatalogue, storeShow } from '../database/queries/catalogue.ts';
import type { Show } from '../domain/catalogue.ts';
import { paths } from '../paths.ts';
import { decode } from '../reading/decode/decode.ts';
import { type Arguments, parseArguments, storeOptions, usage } from './arguments.ts';
import { contentTypeOf, isUrl, readFileBytes } from './input.ts';
import { print, printJson, table } from './output.ts';
import { withApp } from './with-app.ts';

const options = { ...storeOptions, print: { type: 'boolean' } } as const;

/** `revue catalogue [list]`, `revue catalogue import FILE|URL [--print]`, `revue catalogue check [FILE…]`. */
export async function catalogue(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const [action = 'list', ...rest] = parsed.positionals;
  if (action === 'list') return await list(parsed);
  if (action === 'import') return await importShow(parsed, rest);
  if (action === 'check') return await check(parsed, rest);
  throw usage(`"${action}" is none of list, import, check.`);
}

async function list(parsed: Arguments): Promise<void> {
  await withApp(parsed, async ({ database }) => {
    const { shows } = (await getCatalogue(database)).catalogue;
    if (parsed.values['json']) return printJson(shows);
    print(
      table([
        ['show', 'title', 'seasons'],
        ...shows.map(({ id, title, seasons }) => [id, title, String(seasons.length)]),
      ]),
    );
  });
}

async function importShow(parsed: Arguments, [target]: readonly string[]): Promise<void> {
  if (!target) throw usage('Name a file or URL: a Wikipedia series page, its text, or a catalogue file (.yaml).');
  const found = await showFrom(target);
  if (parsed.values['print']) return print(writeShow(found));
  await withApp(parsed, async ({ database }) => {
    const known = (await getCatalogue(database)).catalogue.shows.find(({ id }) => id === found.id);
    // A catalogue file is written by people and replaces; a page only adds.
    const show = known && !isCatalogueFile(target) ? mergeShow(known, found) : found;
    await storeShow(database, show);
    if (parsed.values['json']) return printJson(show);
    print(
      `${show.title} (${show.id}): ${show.seasons.length} seasons, ${show.entities.length} people, characters and organisations.`,
    );
  });
}

const isCatalogueFile = (target: string): boolean => /\.ya?ml$/iu.test(target);

async function showFrom(target: string): Promise<Show> {
  if (isCatalogueFile(target)) return parseShow(new TextDecoder().decode(await readFileBytes(target)), target);
  const page = isUrl(target)
    ? await fetched(target)
    : { bytes: await readFileBytes(target), contentType: contentTypeOf(target) };
  const { text, mediaType } = decode({ url: isUrl(target) ? target : null, given: {}, ...page });
  return importReferencePage(text, mediaType);
}

async function fetched(url: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string | null }> {
  const fetcher = createFetcher({ userAgent: readConfig().USER_AGENT });
  try {
    return await fetcher.fetch(url);
  } finally {
    await fetcher.close();
  }
}

/** Checks catalogue files, or the shipped ones; faults are errors that name file and line. */
async function check(parsed: Arguments, files: readonly string[]): Promise<void> {
  const shows: readonly Show[] =
    files.length === 0
      ? (await loadCatalogue(paths.catalogue)).shows
      : await Promise.all(
          files.map(async (file) => parseShow(new TextDecoder().decode(await readFileBytes(file)), file)),
        );
  if (parsed.values['json']) printJson(shows.map(({ id }) => id));
  else print(`${shows.length} show(s), no fault: ${shows.map(({ id }) => id).join(', ')}`);
}
