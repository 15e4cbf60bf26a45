import { type ToneChoice, threadLimits } from '../app-transformer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { PageInput, Reading } from '../domain/reading.ts';
import { createThreadPool, threadFile } from '../thread-pool.ts';

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
  /** Null: tone is read by the models that ship. */
  readonly tone: ToneChoice | null;
}

/** Starts `threads` reading threads on a catalogue and the directory of the models. */
export function createReadingPool(data: ThreadData, threads: number): ReadingPool {
  const file = threadFile('reading-thread', import.meta.url);
  const pool = createThreadPool<PageInput, Reading>({
    file,
    data,
    threads,
    ...threadLimits(data.tone),
    frugal: false,
  });
  return { read: (page) => pool.run(page, page.url ?? 'The page'), close: pool.close };
}
