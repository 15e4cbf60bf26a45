import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFetcher } from '../acquire/fetch.ts';
import { type CatalogueFile, checkFiles, checkShow } from '../catalogue/check/check.ts';
import { findingText } from '../catalogue/check/findings.ts';
import { parseShow } from '../catalogue/format.ts';
import { importReferencePage } from '../catalogue/import.ts';
import { isCatalogueFile, showsIn } from '../catalogue/load.ts';
import { mergeShow } from '../catalogue/merge.ts';
import { writeShow } from '../catalogue/write.ts';
import { invalid } from '../catalogue/yaml.ts';
import { readConfig } from '../config.ts';
import { getCatalogue, storeShow } from '../database/queries/catalogue.ts';
import type { Show } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import { paths } from '../paths.ts';
import { decode } from '../reading/decode/decode.ts';
import { type Arguments, parseArguments, storeOptions, usage } from './arguments.ts';
import { candidates } from './candidates.ts';
import { contentTypeOf, isUrl, readFileBytes } from './input.ts';
import { print, printJson, table } from './output.ts';
import { withApp } from './with-app.ts';

const options = { ...storeOptions, print: { type: 'boolean' } } as const;

/** `revue catalogue [list]`, `revue catalogue import FILE|URL [--print]`, `revue catalogue check [FILE…|DIR]`, `revue catalogue candidates [SHOW]`. */
export async function catalogue(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const [action = 'list', ...rest] = parsed.positionals;
  if (action === 'list') return await list(parsed);
  if (action === 'import') return await importShow(parsed, rest);
  if (action === 'check') return await check(parsed, rest);
  if (action === 'candidates') return await candidates(parsed, rest);
  throw usage(`"${action}" is none of list, import, check, candidates.`);
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
  if (!target)
    throw usage('Name a file or URL: a Wikipedia series page, its text, or a catalogue file (.yaml, .json).');
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

async function showFrom(target: string): Promise<Show> {
  if (isCatalogueFile(target)) return showIn(await fileAt(target));
  const page = isUrl(target)
    ? await fetched(target)
    : { bytes: await readFileBytes(target), contentType: contentTypeOf(target) };
  const { text, mediaType } = decode({ url: isUrl(target) ? target : null, given: {}, ...page });
  return importReferencePage(text, mediaType);
}

/** The show of a file that has no fault; its advice goes to stderr. Throws `catalogue-invalid` (fatal) with every fault. */
async function showIn(file: CatalogueFile): Promise<Show> {
  const findings = checkShow(file, await showsIn(paths.catalogue));
  const faults = findings.filter(({ level }) => level === 'fault');
  if (faults.length > 0) throw invalid(faults.map(findingText));
  for (const finding of findings) process.stderr.write(`${findingText(finding)}\n`);
  return parseShow(file.text, file.name);
}

async function fetched(url: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string | null }> {
  const fetcher = createFetcher({ userAgent: readConfig().USER_AGENT });
  try {
    return await fetcher.fetch(url);
  } finally {
    await fetcher.close();
  }
}

/**
 * Checks catalogue files and folders, or the shipped ones: every finding on its line, as JSON `{shows, findings}` with
 * `--json`. Faults throw `catalogue-invalid` (fatal) at the end; advice does not.
 */
async function check(parsed: Arguments, targets: readonly string[]): Promise<void> {
  const files = (await Promise.all((targets.length === 0 ? [paths.catalogue] : targets).map(filesAt))).flat();
  const checked = checkFiles(files, await showsIn(paths.catalogue));
  if (parsed.values['json']) printJson(checked);
  else for (const finding of checked.findings) print(findingText(finding));
  const faults = checked.findings.filter(({ level }) => level === 'fault').length;
  const found = `${files.length} file(s), ${faults} fault(s), ${checked.findings.length - faults} piece(s) of advice`;
  if (faults > 0) throw new RevueError('catalogue-invalid', `The catalogue is not valid: ${found}.`, 'fatal');
  if (!parsed.values['json']) print([found, ...checked.shows].join('\n  '));
}

/** The catalogue files of a folder, or the file itself. */
async function filesAt(target: string): Promise<readonly CatalogueFile[]> {
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const names = isFolder ? (await readdir(target)).filter(isCatalogueFile).sort() : [];
  return await Promise.all((isFolder ? names.map((name) => join(target, name)) : [target]).map(fileAt));
}

const fileAt = async (name: string): Promise<CatalogueFile> => ({
  name,
  text: new TextDecoder().decode(await readFileBytes(name)),
});
