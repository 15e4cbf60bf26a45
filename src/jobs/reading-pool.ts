import type { Catalogue } from '../domain/catalogue.ts';
import { type Disposition, RevueError } from '../domain/errors.ts';
import type { PageInput, Reading } from '../domain/reading.ts';
import { createThreadPool, threadFile } from '../thread-pool.ts';

const LIMIT_MS = 10_000;
const HEAP_MB = 512;

/** Reads pages in threads. */
export interface ReadingPool {
  /** Throws RevueError: what the reading refused, or `page-too-slow` / `page-crashed` (quarantine). */
  readonly read: (page: PageInput) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

/** What a thread answers: errors travel as data, because a thread boundary drops their class. */
export type ThreadAnswer =
  | { readonly reading: Reading }
  | { readonly error: { readonly code: string; readonly message: string; readonly disposition: Disposition } };

/** What a thread is started with. */
export interface ThreadData {
  readonly catalogue: Catalogue;
  readonly models: string;
}

/** Starts `threads` reading threads on a catalogue and the directory of the models. */
export function createReadingPool(data: ThreadData, threads: number): ReadingPool {
  const file = threadFile('reading-thread', import.meta.url);
  const pool = createThreadPool<PageInput, ThreadAnswer>({ file, data, threads, limitMs: LIMIT_MS, heapMb: HEAP_MB });
  return {
    read: async (page) => {
      const answer = await pool.run(page, page.url ?? 'The page');
      if ('reading' in answer) return answer.reading;
      throw new RevueError(answer.error.code, answer.error.message, answer.error.disposition);
    },
    close: pool.close,
  };
}
