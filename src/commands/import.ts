import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { normaliseUrl } from '../acquire/url.ts';
import { readWarc } from '../acquire/warc.ts';
import type { App } from '../app.ts';
import { importReferencePage } from '../catalogue/import.ts';
import { mergeShow } from '../catalogue/merge.ts';
import { getCatalogue, storeShow } from '../database/queries/catalogue.ts';
import { importPage } from '../database/queries/import-page.ts';
import type { GivenFacts, PageInput } from '../domain/reading.ts';
import { addUrl } from './add.ts';
import { type Arguments, parseArguments, storeOptions, textOption, usage } from './arguments.ts';
import { checkedFacts } from './facts.ts';
import { contentTypeOf, readFileBytes } from './input.ts';
import { parseLine } from './jsonl.ts';
import { print, printError, printJson } from './output.ts';
import { type TakenIn, takeIn, takenInLine } from './take-in.ts';
import { withApp, withKnownShow } from './with-app.ts';

const options = {
  ...storeOptions,
  show: { type: 'string' },
  published: { type: 'string' },
  lang: { type: 'string' },
  url: { type: 'string' },
} as const;

/** Archives may be larger than a page. */
const MAX_ARCHIVE = 512 * 1024 * 1024;

/** A page found in a file, with a name for messages. */
interface Imported {
  readonly name: string;
  readonly page: PageInput;
}

/** `revue import FILE…`: HTML, text, WARC and JSONL files, and the pages that a CSV lists, into the store. Exit status 1 when any of them could not be taken in. */
export async function importFiles(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  if (parsed.positionals.length === 0) throw usage('Name at least one file.');
  const given = checkedFacts({
    show: textOption(parsed, 'show'),
    published: textOption(parsed, 'published'),
    language: textOption(parsed, 'lang'),
  });
  await withApp(parsed, async (app) => {
    const known = await withKnownShow(app, given);
    const taken: TakenIn[] = [];
    for (const path of parsed.positionals) {
      try {
        if (/\.csv$/iu.test(path))
          for (const url of await addressesIn(path)) taken.push(await addUrl(app, normaliseUrl(url), known));
        else for await (const each of pagesIn(path, parsed, known)) taken.push(await importOne(app, each));
      } catch (error) {
        printError(error);
        process.exitCode = 1;
      }
    }
    if (parsed.values['json']) printJson(taken);
    else for (const each of taken) print(takenInLine(each));
    if (taken.some(({ error }) => error !== null)) process.exitCode = 1;
  });
}

/** The pages in a file, by its ending: an archive, lines of JSON, or one page. */
async function* pagesIn(path: string, parsed: Arguments, given: GivenFacts): AsyncGenerator<Imported> {
  const name = basename(path);
  if (/\.warc(?:\.gz)?$/iu.test(path)) {
    yield* archivedPages(await readFileBytes(path, MAX_ARCHIVE), name, given);
  } else if (/\.jsonl$/iu.test(path)) {
    yield* linePages(await readFileBytes(path), name, given);
  } else {
    const url = textOption(parsed, 'url') ?? null;
    yield { name, page: { url, contentType: contentTypeOf(path), bytes: await readFileBytes(path), given } };
  }
}

function* archivedPages(bytes: Uint8Array, name: string, given: GivenFacts): Generator<Imported> {
  for (const { url, contentType, bytes: body } of readWarc(bytes)) {
    yield { name: `${name}: ${url}`, page: { url: normaliseUrl(url), contentType, bytes: body, given } };
  }
}

async function* linePages(bytes: Uint8Array, name: string, given: GivenFacts): AsyncGenerator<Imported> {
  for (const [i, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (line.trim() === '') continue;
    const page = await parseLine(line, () => undefined);
    yield { name: `${name}:${i + 1}`, page: { ...page, given: { ...given, ...page.given } } };
  }
}

/** A CSV of addresses: every cell that is one, wherever it stands. */
async function addressesIn(path: string): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await readFileBytes(path));
  return text.match(/https?:\/\/[^\s,;"'<>]+/giu) ?? [];
}

async function importOne(app: App, { name, page }: Imported): Promise<TakenIn> {
  // A text without an address is known by its content, so that importing it twice changes nothing.
  const url = page.url ?? `urn:sha256:${createHash('sha256').update(page.bytes).digest('hex')}`;
  const pageId = await importPage(app.database, { ...page, url });
  const taken = await takeIn(app, name, pageId);
  if (taken.pageKind === 'reference') await feedCatalogue(app, page);
  return taken;
}

/** A reference page about a show that the catalogue knows adds what the catalogue does not have yet. */
async function feedCatalogue(app: App, { bytes, contentType, given }: PageInput): Promise<void> {
  const found = importReferencePage(
    new TextDecoder().decode(bytes),
    contentType === 'text/html' ? 'text/html' : 'text/plain',
  );
  const { catalogue } = await getCatalogue(app.database);
  const known = catalogue.shows.find(({ id }) => id === (given.show ?? found.id));
  if (known) await storeShow(app.database, mergeShow(known, found));
}
