import { getPage } from '../database/queries/get-page.ts';
import { pageFailed } from '../database/queries/page-failed.ts';
import { pageFetched } from '../database/queries/page-fetched.ts';
import { RevueError } from '../domain/errors.ts';
import type { JobContext } from './context.ts';

/** Fetches a waiting page, archives it and queues it for reading. Pages in any other state are left alone. */
export async function fetchPage(context: JobContext, pageId: string): Promise<void> {
  const page = await getPage(context.database, pageId);
  if (page?.state !== 'waiting') return;
  const verdict = await context.robots.verdict(page.url);
  if (verdict.unreachable) throw new RevueError('robots-unreachable', unreachable(page.url), 'retry');
  if (!verdict.allowed) {
    const message = `The robots.txt of ${new URL(page.url).host} asks not to fetch ${page.url}.`;
    await pageFailed(context.database, { id: pageId, state: 'disallowed', code: 'robots-disallowed', message });
    return;
  }
  const wait = context.pause(page.url);
  if (wait > 0)
    throw new RevueError('site-busy', `${page.url} waits for its site's turn.`, 'throttle', { retryAfterMs: wait });
  const { contentType, bytes } = await context.fetcher.fetch(page.url);
  await pageFetched(context.database, { id: pageId, contentType, bytes });
  await context.queues.add('read', { pageId });
}

const unreachable = (url: string): string =>
  `${new URL(url).host} cannot be reached, so its robots.txt is not known and ${url} is not fetched.`;
