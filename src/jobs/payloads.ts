import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { RevueError } from '../domain/errors.ts';

const id = Type.String({ pattern: '^\\d+$' });
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** What each queue carries. Queues exist only where failure, rate or retry differ. */
export const payloadSchemas = {
  poll: Type.Object({ sourceId: Type.Integer({ minimum: 1 }) }),
  fetch: Type.Object({ pageId: id }),
  read: Type.Object({ pageId: id }),
  digest: Type.Object({ show: Type.String({ minLength: 1 }), start: date, end: date }),
} as const;

export type QueueName = keyof typeof payloadSchemas;
export type Payload<Name extends QueueName> = Static<(typeof payloadSchemas)[Name]>;

export const queueNames: readonly QueueName[] = ['poll', 'fetch', 'read', 'digest'];

/** Checks what came out of a queue. Throws `job-invalid` (quarantine): no retry mends a wrong payload. */
export function parsePayload<Name extends QueueName>(name: Name, data: unknown): Payload<Name> {
  const schema = payloadSchemas[name];
  if (Value.Check(schema, data)) return data;
  throw new RevueError(
    'job-invalid',
    `A ${name} job carries ${JSON.stringify(data)}, which is no ${name} payload.`,
    'quarantine',
  );
}

/** The id that makes adding the same work twice harmless. */
export function jobId<Name extends QueueName>(name: Name, payload: Payload<Name>): string {
  return [name, ...Object.values(payload)].join('-');
}
