import { checkUrl } from '../acquire/guard.ts';
import { normaliseUrl } from '../acquire/url.ts';
import type { App } from '../app.ts';
import { addPage } from '../database/queries/add-page.ts';
import { deletePage } from '../database/queries/delete-page.ts';
import { getPage } from '../database/queries/get-page.ts';
import { RevueError } from '../domain/errors.ts';
import type { GivenFacts } from '../domain/reading.ts';
import { fetchPage } from '../jobs/fetch-page.ts';
import { parseArguments, storeOptions, textOption, usage } from './arguments.ts';
import { checkedFacts } from './facts.ts';
import { print, printError, printJson } from './output.ts';
import { patiently, type TakenIn, takeIn, takenInLine } from './take-in.ts';
import { withApp, withKnownShow } from './with-app.ts';

const options = { ...storeOptions, show: { type: 'string' }, published: { type: 'string' } } as const;

/** `revue add URL…`: fetches, archives and reads pages at once. Exit status 1 when any of them failed. */
export async function add(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  if (parsed.positionals.length === 0) throw usage('Name at least one URL.');
  for (const url of parsed.positionals) checkUrl(url);
  const given = checkedFacts({ show: textOption(parsed, 'show'), published: textOption(parsed, 'published') });
  await withApp(parsed, async (app) => {
    const known = await withKnownShow(app, given);
    const taken: TakenIn[] = [];
    for (const url of parsed.positionals) {
      try {
        taken.push(await addUrl(app, normaliseUrl(url), known));
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

/** Fetches and reads one page at once. Nothing is stored of a page that could not be fetched; throws why it could not. */
export async function addUrl(app: App, url: string, given: GivenFacts): Promise<TakenIn> {
  const pageId = await addPage(app.database, { url, sourceId: null, given });
  if (pageId === null)
    throw new RevueError('page-known', `${url} is in the store already; revue reread reads it again.`, 'quarantine');
  try {
    await patiently(() => fetchPage(app.context, pageId));
  } catch (error) {
    await deletePage(app.database, pageId);
    throw error;
  }
  const page = await getPage(app.database, pageId);
  if (page?.state === 'disallowed') {
    await deletePage(app.database, pageId);
    throw new RevueError(
      'robots-disallowed',
      `The robots.txt of ${new URL(url).host} asks not to fetch ${url}.`,
      'quarantine',
    );
  }
  return await takeIn(app, url, pageId);
}
