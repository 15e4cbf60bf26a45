import type { ExtractionBench } from '../bench/extraction.ts';
import { createThreadPool, threadFile } from '../thread-pool.ts';
import { parseArguments, textOption, usage } from './arguments.ts';
import type { BenchTask } from './bench-thread.ts';
import { printJson } from './output.ts';

const LIMIT_MS = 60 * 60_000;
/** The peers need much. */
const HEAP_MB = 2_048;
const options = { data: { type: 'string' }, peers: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** `revue bench extraction --data DIR [--peers]`: the figures of extraction on labelled pages, as JSON. */
export async function bench(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const data = textOption(parsed, 'data');
  const [subject, ...more] = parsed.positionals;
  if (subject !== 'extraction' || more.length > 0)
    throw usage('Name what to measure: revue bench extraction --data DIR.');
  if (data === undefined) throw usage('Name the directory of labelled pages with --data DIR.');
  const withPeers = parsed.values['peers'] === true;
  const pool = createThreadPool<BenchTask, ExtractionBench>({
    file: threadFile('bench-thread', import.meta.url),
    data: null,
    threads: 1,
    limitMs: LIMIT_MS,
    heapMb: HEAP_MB,
  });
  try {
    printJson(await pool.run({ data, withPeers }, 'The bench'));
  } finally {
    await pool.close();
  }
}
