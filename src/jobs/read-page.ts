import { getPage } from '../database/queries/get-page.ts';
import { storeReading } from '../database/queries/store-reading.ts';
import type { Reading } from '../domain/reading.ts';
import type { JobContext } from './context.ts';

/** Reads an archived page and stores the reading in one transaction; null when there is nothing to read. */
export async function readStoredPage(context: JobContext, pageId: string): Promise<Reading | null> {
  const page = await getPage(context.database, pageId);
  if (page?.state !== 'fetched' || page.bytes === null) return null;
  const { url, contentType, given } = page;
  const reading = await context.read({ url, contentType, bytes: new Uint8Array(page.bytes), given });
  await context.database.transaction((sql) => storeReading(sql, pageId, reading));
  return reading;
}
