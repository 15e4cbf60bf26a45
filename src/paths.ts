import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the package, from source (src/) as well as built (dist/src/). */
const root = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(dirname(from));
}

/** Where the data that ships with the package is. */
export const paths = {
  migrations: join(root, 'migrations'),
  models: join(root, 'models'),
  catalogue: join(root, 'fixtures', 'catalogue'),
  newsroom: join(root, 'fixtures', 'newsroom'),
  manifest: join(root, 'package.json'),
} as const;
