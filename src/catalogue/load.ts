import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Catalogue, Show } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import { parseShared, parseShow } from './format.ts';

const SHARED = /^shared\.(?:ya?ml|json)$/u;

/** True for the name of a file that the catalogue can be written in: YAML or JSON. */
export const isCatalogueFile = (name: string): boolean => /\.(?:ya?ml|json)$/iu.test(name);

/**
 * Loads a folder of YAML or JSON files: `shared.yaml` and one file a show. Throws `catalogue-invalid` or
 * `catalogue-missing` (fatal).
 */
export async function loadCatalogue(directory: string): Promise<Catalogue> {
  const names = await readdir(directory).catch((cause: unknown) => {
    throw new RevueError('catalogue-missing', `There is no catalogue in ${directory}.`, 'fatal', { cause });
  });
  const files = names.filter(isCatalogueFile).sort();
  const textOf = async (name: string): Promise<string> => await readFile(join(directory, name), 'utf8');
  const shows = await Promise.all(
    files.filter((name) => !SHARED.test(name)).map(async (name) => parseShow(await textOf(name), name)),
  );
  const [shared] = files.filter((name) => SHARED.test(name));
  return { shows, entities: shared === undefined ? [] : parseShared(await textOf(shared), shared) };
}

/**
 * A folder's catalogue with the shows of another file or folder, which win over those of the same id. Throws
 * `catalogue-invalid` or `catalogue-missing` (fatal).
 */
export async function loadCatalogueWith(directory: string, more: string | null): Promise<Catalogue> {
  const own = await loadCatalogue(directory);
  if (more === null) return own;
  const added = isCatalogueFile(more) ? { shows: [await showIn(more)], entities: [] } : await loadCatalogue(more);
  const ids = new Set(added.shows.map(({ id }) => id));
  return {
    shows: [...own.shows.filter(({ id }) => !ids.has(id)), ...added.shows],
    entities: [...own.entities, ...added.entities],
  };
}

async function showIn(path: string): Promise<Show> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RevueError('catalogue-missing', `There is no catalogue file ${path}.`, 'fatal', { cause });
  });
  return parseShow(text, path);
}

/** The ids of the shows of a folder, which are the names of their files; none where there is no folder. */
export async function showsIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => isCatalogueFile(name) && !SHARED.test(name)).map((name) => parse(name).name);
}
