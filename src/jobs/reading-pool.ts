import type { Catalogue } from '../domain/catalogue.ts';
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

/** What a thread is started with. */
export interface ThreadData {
  readonly catalogue: Catalogue;
  readonly models: string;
}

/** Starts `threads` reading threads on a catalogue and the directory of the models. */
export function createReadingPool(data: ThreadData, threads: number): ReadingPool {
  const file = threadFile('reading-thread', import.meta.url);
  const pool = createThreadPool<PageInput, Reading>({
    file,
    data,
    threads,
    limitMs: LIMIT_MS,
    heapMb: HEAP_MB,
    frugal: false,
  });
  return { read: (page) => pool.run(page, page.url ?? 'The page'), close: pool.close };
}
