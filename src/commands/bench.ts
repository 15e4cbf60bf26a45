import { createThreadPool, threadFile } from '../thread-pool.ts';
import { parseArguments, textOption, usage } from './arguments.ts';
import type { BenchTask } from './bench-thread.ts';
import { printJson } from './output.ts';

const LIMIT_MS = 60 * 60_000;
/** The peers of extraction need much. */
const HEAP_MB = 2_048;
const options = {
  data: { type: 'string' },
  peers: { type: 'boolean' },
  documents: { type: 'string' },
  json: { type: 'boolean' },
} as const;
/** What can be measured, and what each wants behind `--data`. */
const subjects: Readonly<Record<string, string>> = {
  extraction: 'the directory of labelled pages',
  language: 'a file or directory of labelled texts',
  sentences: 'a file or directory of treebanks (*.conllu) or cases (*.tsv)',
  seasons: 'a file or directory of documents (*.jsonl: {lang, title, published, sentences})',
  tone: 'a directory of labelled press (press/*.jsonl, tone/*.tsv)',
  copies: 'a file or directory of articles (*.jsonl, *.jsonl.gz)',
};

/** `revue bench SUBJECT --data DATA [--peers] [--documents N]`: figures on labelled data, as JSON. */
export async function bench(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const [subject = '', ...more] = parsed.positionals;
  const wanted = subjects[subject];
  if (wanted === undefined || more.length > 0)
    throw usage(`Name what to measure: revue bench ${Object.keys(subjects).join('|')} --data DATA.`);
  const data = textOption(parsed, 'data');
  if (data === undefined) throw usage(`Name ${wanted} with --data.`);
  const documents = Number(textOption(parsed, 'documents') ?? 0);
  if (!Number.isSafeInteger(documents) || documents < 0) throw usage('Give a number of documents with --documents.');
  const task = { subject, data, withPeers: parsed.values['peers'] === true, documents };
  const pool = createThreadPool<BenchTask, unknown>({
    file: threadFile('bench-thread', import.meta.url),
    data: null,
    threads: 1,
    limitMs: LIMIT_MS,
    heapMb: HEAP_MB,
    // Times are compared with peers, as those of tone always are, and those of seasons with workers, in threads with the usual heap.
    frugal: !task.withPeers && subject !== 'seasons' && subject !== 'tone',
  });
  try {
    printJson(await pool.run(task, 'The bench'));
  } finally {
    await pool.close();
  }
}
