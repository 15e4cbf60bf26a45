import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { RevueError } from '../domain/errors.ts';
import type { Outlet } from '../domain/reading.ts';

/** The format of `outlet.json`. */
const OutletFile = Type.Object({
  name: Type.String({ minLength: 1 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  language: Type.String({ minLength: 2 }),
  kind: Type.Enum(['press', 'trade', 'blog', 'audience', 'reference']),
  pages: Type.Array(
    Type.Object({
      path: Type.String({ pattern: '^/' }),
      file: Type.String({ minLength: 1 }),
      type: Type.String({ pattern: '^[a-z]+/[^\\r\\n]+$' }),
    }),
  ),
  sources: Type.Array(
    Type.Object({ kind: Type.Enum(['feed', 'sitemap', 'list']), url: Type.String({ pattern: '^http://' }) }),
  ),
});

/** A file that an outlet serves, with the path that it is served under. */
export interface NewsroomFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** One outlet of the newsroom, read from its folder. */
export interface OutletFolder {
  readonly host: string;
  readonly outlet: Outlet;
  readonly files: readonly NewsroomFile[];
  readonly sources: Static<typeof OutletFile>['sources'];
}

function invalid(file: string, why: string, cause?: unknown): RevueError {
  return new RevueError('newsroom-invalid', `The demo newsroom cannot be served: ${file} ${why}.`, 'fatal', { cause });
}

async function readOutletFile(path: string): Promise<Static<typeof OutletFile>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw invalid(path, 'is missing or not JSON', cause);
  }
  if (Value.Check(OutletFile, value)) return value;
  const [first] = Value.Errors(OutletFile, value);
  throw invalid(path, `is not an outlet: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
}

/** Symbolic links are resolved first, so that none leads out of the folder. */
async function readInside(folder: string, name: string): Promise<Buffer> {
  const wanted = join(folder, name);
  let actual: string;
  try {
    actual = await realpath(wanted);
  } catch (cause) {
    throw invalid(wanted, 'is named in outlet.json and does not exist', cause);
  }
  if (!actual.startsWith((await realpath(folder)) + sep)) throw invalid(wanted, 'lies outside its folder');
  return await readFile(actual);
}

async function readOutlet(directory: string, host: string): Promise<OutletFolder> {
  const folder = join(directory, host);
  const { name, country, language, kind, pages, sources } = await readOutletFile(join(folder, 'outlet.json'));
  const outside = sources.find(({ url }) => !URL.canParse(url) || new URL(url).hostname !== host);
  if (outside !== undefined) throw invalid(join(folder, 'outlet.json'), `polls another host, ${outside.url}`);
  const files = await Promise.all(
    pages.map(async ({ path, file, type }) => ({ path, type, bytes: await readInside(folder, file) })),
  );
  return { host, outlet: { domain: host, name, country, language, kind }, files, sources };
}

/**
 * Reads the newsroom's folders, one per host ending in `.example`, in alphabetical order, with every file that they name.
 * @throws RevueError `newsroom-invalid` (fatal) naming the file at fault.
 */
export async function readOutlets(directory: string): Promise<readonly OutletFolder[]> {
  let names: readonly string[];
  try {
    names = await readdir(directory);
  } catch (cause) {
    throw invalid(directory, 'is not a folder that can be read', cause);
  }
  const hosts = names.filter((name) => name.endsWith('.example')).toSorted();
  return await Promise.all(hosts.map((host) => readOutlet(directory, host)));
}
