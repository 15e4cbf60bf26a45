import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import { parseShared, parseShow } from './format.ts';

/** Loads a folder of YAML files: `shared.yaml` and one file a show. Throws `catalogue-invalid` or `catalogue-missing` (fatal). */
export async function loadCatalogue(directory: string): Promise<Catalogue> {
  const names = await readdir(directory).catch((cause: unknown) => {
    throw new RevueError('catalogue-missing', `There is no catalogue in ${directory}.`, 'fatal', { cause });
  });
  const files = names.filter((name) => name.endsWith('.yaml') && name !== 'shared.yaml').sort();
  const shows = await Promise.all(
    files.map(async (name) => parseShow(await readFile(join(directory, name), 'utf8'), name)),
  );
  const entities = names.includes('shared.yaml')
    ? parseShared(await readFile(join(directory, 'shared.yaml'), 'utf8'), 'shared.yaml')
    : [];
  return { shows, entities };
}
