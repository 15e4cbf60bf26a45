import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom; the first match counts. `$1` is the stage captured in `from`. Packages are written `npm:name`. */
const rules: readonly { readonly from: RegExp; readonly may: readonly string[] }[] = [
  { from: /^src\/domain\//u, may: ['src/domain/'] },
  { from: /^src\/config\.ts/u, may: ['src/domain/', 'npm:typebox'] },
  { from: /^src\/reading\/(?:reading|reading-tools|document|tone)\.ts/u, may: ['src/domain/', 'src/reading/'] },
  {
    from: /^src\/reading\/([^/]+)\//u,
    may: [
      'src/domain/',
      'src/reading/$1/',
      'npm:cheerio',
      'npm:htmlparser2',
      'npm:domhandler',
      'npm:franc',
      'npm:fasttext.wasm.js',
      'npm:natural',
      'npm:@exodus/bytes',
    ],
  },
  {
    from: /^src\/sites\/([^/]+)\//u,
    may: ['src/domain/', 'src/reading/extract/', 'src/sites/$1/', 'npm:cheerio', 'npm:domhandler'],
  },
  { from: /^src\/sites\/[^/]+$/u, may: ['src/domain/', 'src/reading/extract/', 'src/sites/', 'npm:'] },
  { from: /^src\/catalogue\//u, may: ['src/domain/', 'src/catalogue/', 'npm:', 'node:'] },
  { from: /^src\/acquire\//u, may: ['src/domain/', 'src/acquire/', 'npm:', 'node:'] },
  {
    from: /^src\/database\//u,
    may: ['src/domain/', 'src/reading/fingerprint/', 'src/database/', 'npm:pg', 'npm:@electric-sql/pglite', 'node:'],
  },
  { from: /^src\/coverage\//u, may: ['src/domain/', 'src/database/', 'src/coverage/'] },
  {
    from: /^src\/jobs\//u,
    may: [
      'src/domain/',
      'src/app-transformer.ts',
      'src/page-reader.ts',
      'src/tools.ts',
      'src/thread-pool.ts',
      'src/acquire/',
      'src/database/',
      'src/coverage/',
      'src/jobs/',
      'npm:',
      'node:',
    ],
  },
  {
    from: /^src\/api\//u,
    may: [
      'src/domain/',
      'src/database/database.ts',
      'src/coverage/',
      'src/evaluation/published.ts',
      'src/api/',
      'npm:fastify',
      'npm:@fastify/',
      'npm:typebox',
      'node:http',
    ],
  },
  {
    from: /^src\/dashboard\//u,
    may: [
      'src/domain/',
      'src/database/database.ts',
      'src/coverage/',
      'src/evaluation/published.ts',
      'src/dashboard/',
      'npm:',
      'node:fs',
    ],
  },
  { from: /^src\/evaluation\//u, may: ['src/domain/', 'src/evaluation/', 'npm:typebox'] },
  { from: /^src\/bench\//u, may: ['src/domain/', 'src/reading/', 'src/bench/', 'node:', 'npm:'] },
  {
    from: /^src\/training\//u,
    may: [
      'src/catalogue/',
      'src/paths.ts',
      'src/domain/',
      'src/reading/',
      'src/bench/',
      'src/evaluation/',
      'src/training/',
      'node:',
      'npm:',
    ],
  },
  { from: /^(?:src\/(?:commands\/.+|[^/]+)|workers\/[^/]+)$/u, may: ['src/', 'workers/run.ts', 'npm:', 'node:'] },
];

const IMPORT =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gmu;

function importsOf(file: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return specifiers.map((specifier) => {
    if (specifier.startsWith('.'))
      return normalize(join(dirname(file), specifier))
        .split(sep)
        .join('/');
    return specifier.startsWith('node:') ? specifier : `npm:${specifier}`;
  });
}

function breaches(file: string, text: string): readonly string[] {
  const rule = rules.find(({ from }) => from.test(file));
  if (!rule) return [`${file}: belongs to no room`];
  const stage = rule.from.exec(file)?.[1] ?? '';
  const allowed = rule.may.map((prefix) => prefix.replace('$1', stage));
  return importsOf(file, text)
    .filter((name) => !allowed.some((prefix) => name.startsWith(prefix)))
    .map((name) => `${file} → ${name}`);
}

const files = ['src', 'workers']
  .flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
  .map((entry) => relative('.', join(entry.parentPath, entry.name)).split(sep).join('/'));

describe('architecture', () => {
  it('sees the source tree', () => {
    expect(files.length).toBeGreaterThan(80);
  });

  it.each([
    ['src/reading/sentiment/x.ts', "import { a } from '../language/language.ts'"],
    ['src/reading/sentiment/x.ts', "import {\n a,\n b } from '../../database/database.ts'"],
    ['src/reading/seasons/x.ts', "import { readFileSync } from 'node:fs'"],
    ['src/domain/x.ts', "const p = await import('node:fs')"],
    ['src/api/x.ts', "export * from 'pg'"],
    ['src/coverage/x.ts', "import { x } from '../../workers/run.ts'"],
    ['src/sites/imdb/x.ts', "import { x } from '../wikipedia/wikipedia.ts'"],
  ])('refuses a planted breach in %s', (file, text) => {
    expect(breaches(file, text)).toHaveLength(1);
  });

  it('holds', () => {
    expect(files.flatMap((file) => breaches(file, readFileSync(file, 'utf8')))).toEqual([]);
  });
});
