import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ByteGrams, writeByteGrams } from '../../reading/language/byte-grams.ts';
import { END, PLACES, START } from '../../reading/language/runs.ts';
import { writeSection } from '../sections.ts';
import text from './provenance.json' with { type: 'json' };

/** What the package `eld` holds: runs of characters that stand for bytes, with the logarithm of their share in each language. */
interface EldProfiles {
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'models' } } });
const FILE = 'language.grams.bin';

/** The package exports a detector only; its profiles lie beside it. */
const inside = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../${path}`, import.meta.resolve('eld/large')).href)) as T;
const { ngramsData } = await inside<{ ngramsData: EldProfiles }>('ngrams/large.js');
const { dictionary } = await inside<{ dictionary: readonly string[] }>('dictionary.js');

const bytes = writeByteGrams(pack(ngramsData));
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, FILE), bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
writeSection(join(values.out, 'PROVENANCE.md'), 'language', text.join('\n\n').replace('{sha256}', sha256));
process.stdout.write(`${JSON.stringify({ file: FILE, bytes: bytes.length, sha256 })}\n`);

function pack({ languages, ngrams }: EldProfiles): ByteGrams {
  const runs = Object.entries(ngrams)
    .map(([run, scores]) => ({ ...placed(run), scores: Object.entries(scores).map(([key, value]) => [+key, value]) }))
    .sort((a, b) => a.place - b.place || a.key - b.key);
  const ends = Array.from({ length: PLACES }, (_, place) => runs.filter((run) => run.place <= place).length);
  let pairs = 0;
  return {
    languages: Object.values(languages),
    keys: Uint32Array.from(runs, ({ key }) => key),
    starts: [0, ...ends],
    offsets: Uint32Array.from([0, ...runs.map(({ scores }) => (pairs += scores.length))]),
    pairs: Uint8Array.from(runs.flatMap(({ scores }) => scores.flat())),
  };
}

/** ` ab ` → the two bytes as a number with two zeros behind them, and that they are a whole word. */
function placed(run: string): { readonly key: number; readonly place: number } {
  const letters = run.trim();
  const place = (run.startsWith(' ') ? START : 0) | (run.endsWith(' ') ? END : 0);
  const key = Array.from({ length: 4 }, (_, i) => byteOf(letters[i])).reduce((sum, byte) => sum * 256 + byte, 0);
  return { key, place };
}

/** Letters stand for themselves, other signs for the bytes from 0x80 on. */
function byteOf(sign: string | undefined): number {
  if (sign === undefined) return 0;
  return /[a-z'`]/u.test(sign) ? sign.charCodeAt(0) : dictionary.lastIndexOf(sign);
}
