import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { readProgress } from '../coverage/progress.ts';
import { getCatalogue } from '../database/queries/catalogue.ts';
import { isRevueError } from '../domain/errors.ts';
import { paths } from '../paths.ts';
import { configOf, parseArguments, storeOptions } from './arguments.ts';
import { print, printJson, table } from './output.ts';
import { withApp } from './with-app.ts';

/** One thing that was looked at. */
interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `revue doctor`: whether everything that Revue needs is there. Exit status 1 when something is not. */
export async function doctor(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, storeOptions);
  const checks: Check[] = [nodeCheck(), await modelCheck()];
  try {
    const { DATABASE_URL, REDIS_URL, DATA_DIR } = configOf(parsed);
    checks.push({
      name: 'configuration',
      ok: true,
      detail: DATABASE_URL ? 'PostgreSQL server' : `embedded in ${DATA_DIR}`,
    });
    await withApp(parsed, async ({ database, context }) => {
      const { pages, documents } = await readProgress(database);
      checks.push({ name: 'database', ok: true, detail: `${pages} pages, ${documents} documents` });
      const shows = (await getCatalogue(database)).catalogue.shows.length;
      checks.push({ name: 'catalogue', ok: shows > 0, detail: `${shows} shows` });
      const waiting = await context.queues.unfinished();
      checks.push({
        name: 'queues',
        ok: true,
        detail: `${REDIS_URL ? 'Redis' : 'PostgreSQL'}, ${waiting} jobs unfinished`,
      });
    });
  } catch (error) {
    if (!isRevueError(error)) throw error;
    checks.push({ name: 'database', ok: false, detail: `${error.message} [${error.code}]` });
  }
  if (parsed.values['json']) printJson(checks);
  else print(table(checks.map(({ name, ok, detail }) => [ok ? 'ok' : 'FAULT', name, detail])));
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return {
    name: 'node',
    ok: major > 20 || (major === 20 && minor >= 19),
    detail: `${process.versions.node} (20.19 or newer is needed)`,
  };
}

async function modelCheck(): Promise<Check> {
  const files = existsSync(paths.models) ? (await readdir(paths.models)).filter((name) => name.endsWith('.bin')) : [];
  return { name: 'models', ok: files.length > 0, detail: files.join(', ') || `none in ${paths.models}` };
}
