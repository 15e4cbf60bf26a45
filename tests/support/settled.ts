import { setTimeout as sleep } from 'node:timers/promises';
import { isSettled, type Progress, readProgress } from '../../src/coverage/progress.ts';
import type { Sql } from '../../src/database/database.ts';

/** Waits until nothing waits to be polled, fetched or read; fails with the last progress after `ms`. */
export async function settled(sql: Sql, ms = 110_000): Promise<Progress> {
  const end = Date.now() + ms;
  for (;;) {
    const progress = await readProgress(sql);
    if (isSettled(progress)) return progress;
    if (Date.now() > end) throw new Error(`Not settled: ${JSON.stringify(progress)}`);
    await sleep(300);
  }
}
