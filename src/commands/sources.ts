import { checkUrl } from '../acquire/guard.ts';
import { normaliseUrl } from '../acquire/url.ts';
import { addSource, listSources, removeSource, type SourceKind } from '../database/queries/sources.ts';
import { RevueError } from '../domain/errors.ts';
import { type Arguments, parseArguments, storeOptions, usage } from './arguments.ts';
import { print, printJson, table } from './output.ts';
import { withApp } from './with-app.ts';

const kinds: readonly SourceKind[] = ['feed', 'sitemap', 'list'];

/** `revue sources`, `revue sources add feed|sitemap|list URL`, `revue sources remove URL`. */
export async function sources(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, storeOptions);
  const [action = 'list', ...rest] = parsed.positionals;
  if (action === 'list') return await list(parsed);
  if (action === 'add') return await addOne(parsed, rest);
  if (action === 'remove') return await removeOne(parsed, rest);
  throw usage(`"${action}" is none of list, add, remove.`);
}

async function list(parsed: Arguments): Promise<void> {
  await withApp(parsed, async ({ database }) => {
    const all = await listSources(database);
    if (parsed.values['json']) return printJson(all);
    if (all.length === 0) return print('No sources yet: revue sources add feed URL.');
    const rows = all.map(({ kind, url, polledAt, lastError }) => [
      kind,
      url,
      polledAt?.toISOString() ?? 'never',
      lastError ?? '',
    ]);
    print(table([['kind', 'url', 'polled', 'error'], ...rows]));
  });
}

async function addOne(parsed: Arguments, [kind, url]: readonly string[]): Promise<void> {
  const known = kinds.find((each) => each === kind);
  if (!known || !url) throw usage('Write revue sources add feed|sitemap|list URL.');
  checkUrl(url);
  await withApp(parsed, async ({ database }) => {
    const id = await addSource(database, { kind: known, url: normaliseUrl(url), outlet: {} });
    if (parsed.values['json']) printJson({ id, kind, url });
    else print(`Source ${id} added; it is polled while revue start runs.`);
  });
}

async function removeOne(parsed: Arguments, [url]: readonly string[]): Promise<void> {
  if (!url) throw usage('Write revue sources remove URL.');
  await withApp(parsed, async ({ database }) => {
    if (!(await removeSource(database, normaliseUrl(url))))
      throw new RevueError('source-unknown', `There is no source ${url}.`, 'fatal');
    if (parsed.values['json']) printJson({ removed: url });
    else print('Source removed; its pages stay.');
  });
}
