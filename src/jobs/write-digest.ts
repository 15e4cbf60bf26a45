import { composeDigest } from '../coverage/digest.ts';
import { storeDigest } from '../database/queries/store-digest.ts';
import type { JobContext } from './context.ts';
import type { Payload } from './payloads.ts';

/** Composes the digest of a show and a period and stores it, replacing an earlier one of the same period. */
export async function writeDigest(context: JobContext, { show, start, end }: Payload<'digest'>): Promise<void> {
  const digest = await composeDigest(context.database, { show, start, end });
  await storeDigest(context.database, digest);
}
