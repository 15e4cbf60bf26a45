import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import { pageFailed } from '../database/queries/page-failed.ts';
import { isRevueError } from '../domain/errors.ts';
import type { Reading } from '../domain/reading.ts';
import { readStoredPage } from '../jobs/read-page.ts';
import { toneText } from './output.ts';

/** What came of one page that a command took in. */
export interface TakenIn {
  readonly name: string;
  readonly pageId: string;
  readonly pageKind: string | null;
  readonly documents: number;
  readonly seasons: readonly string[];
  readonly outcomes: Reading['outcomes'];
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Reads a stored page at once; a page that cannot be read is put aside with its reason. */
export async function takeIn(app: App, name: string, pageId: string): Promise<TakenIn> {
  try {
    return summary(name, pageId, await readStoredPage(app.context, pageId));
  } catch (error) {
    if (!isRevueError(error)) throw error;
    const { code, message } = error;
    await pageFailed(app.database, { id: pageId, state: 'quarantined', code, message });
    return { name, pageId, pageKind: null, documents: 0, seasons: [], outcomes: [], error: { code, message } };
  }
}

function summary(name: string, pageId: string, reading: Reading | null): TakenIn {
  const seasons = (reading?.documents ?? []).flatMap((document) =>
    document.seasons.map((each) => `${each.show} season ${each.season} ${toneText(each.sentiment)}`),
  );
  return {
    name,
    pageId,
    pageKind: reading?.pageKind ?? null,
    documents: reading?.documents.length ?? 0,
    seasons: [...new Set(seasons)],
    outcomes: reading?.outcomes ?? [],
    error: null,
  };
}

/** A line for people. */
export function takenInLine({ name, pageKind, documents, seasons, error }: TakenIn): string {
  if (error) return `${name}: put aside, ${error.message} [${error.code}]`;
  return `${name}: ${pageKind ?? 'nothing to read'}, ${documents} document(s)${seasons.length > 0 ? `; ${seasons.join('; ')}` : ''}`;
}

/** Runs `work` again after the pause that it asks for, as long as it asks for one. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (
        !isRevueError(error) ||
        error.disposition !== 'throttle' ||
        error.retryAfterMs === null ||
        error.retryAfterMs > 60_000
      )
        throw error;
      await sleep(error.retryAfterMs);
    }
  }
}
