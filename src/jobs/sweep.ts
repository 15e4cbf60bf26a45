import { dueSources } from '../database/queries/sources.ts';
import { unfinishedPages } from '../database/queries/unfinished-pages.ts';
import type { JobContext } from './context.ts';

/**
 * Queues every source that is due and every page that has waited longer than `ageSeconds`.
 * The store is the truth about unfinished work: whatever a queue forgot comes back here, and what it still holds is not doubled.
 */
export async function sweep(context: Pick<JobContext, 'database' | 'queues'>, ageSeconds: number): Promise<void> {
  const sources = await dueSources(context.database);
  await context.queues.addAll(
    'poll',
    sources.map(({ id }) => ({ sourceId: id })),
  );
  const pages = await unfinishedPages(context.database, ageSeconds);
  const withState = (state: 'waiting' | 'fetched') =>
    pages.filter((page) => page.state === state).map(({ id }) => ({ pageId: id }));
  await context.queues.addAll('fetch', withState('waiting'));
  await context.queues.addAll('read', withState('fetched'));
}
