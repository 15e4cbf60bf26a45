import { EventEmitter } from 'node:events';
import type { PGlite, Results } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import { createTurn } from './turn.ts';

/** A query as node-postgres accepts it: text and parameters, or one object with both. */
type Query = string | { readonly text: string; readonly values?: readonly unknown[]; readonly rowMode?: 'array' };
type Rows = { readonly rows: readonly unknown[]; readonly rowCount: number };

/** int8 (20) and numeric (1700) stay strings, as node-postgres gives them. */
const asStrings = { 20: (value: string) => value, 1700: (value: string) => value };
const empty: Rows = { rows: [], rowCount: 0 };

/**
 * A pg.Pool-shaped view on one PGlite database, for BullMQ's PostgreSQL backend and our own SQL.
 * PGlite has one session, so clients take turns, and BEGIN keeps the turn until COMMIT or ROLLBACK.
 * LISTEN goes to PGlite once a channel and is handed on to every client that asked for it.
 */
export function embeddedPool(db: PGlite): Pool {
  const turn = createTurn();
  const channels = new Map<string, Set<EventEmitter>>();

  async function listen(channel: string, client: EventEmitter): Promise<void> {
    const known = channels.get(channel);
    if (known) {
      known.add(client);
      return;
    }
    const listeners = new Set([client]);
    channels.set(channel, listeners);
    await db.listen(channel, (payload) => {
      for (const each of listeners) each.emit('notification', { channel, payload, processId: 0 });
    });
  }

  const forget = (client: EventEmitter): void => {
    for (const listeners of channels.values()) listeners.delete(client);
  };

  async function connect() {
    const client = new EventEmitter().setMaxListeners(0);
    let held: (() => void) | null = null;
    const query = async (statement: Query, parameters?: readonly unknown[]): Promise<Rows> => {
      const text = typeof statement === 'string' ? statement : statement.text;
      const verb = firstWord(text);
      if (verb === 'UNLISTEN') forget(client);
      if (verb === 'LISTEN') await listen(/LISTEN\s+"?(\w+)/iu.exec(text)?.[1] ?? '', client);
      if (verb === 'LISTEN' || verb === 'UNLISTEN') return empty;
      const release = held ?? (await turn.acquire());
      if (verb === 'BEGIN' || verb === 'START') held = release;
      try {
        return await run(db, statement, parameters);
      } finally {
        const ends = verb === 'COMMIT' || verb === 'END' || (verb === 'ROLLBACK' && !/ROLLBACK\s+TO/iu.test(text));
        if (held === null || ends) {
          held = null;
          release();
        }
      }
    };
    const release = (): void => {
      forget(client);
      const open = held;
      held = null;
      if (open)
        void run(db, 'ROLLBACK')
          .catch(() => empty)
          .then(open);
    };
    return Object.assign(client, { query, release, end: async () => release() });
  }

  const query = async (statement: Query, parameters?: readonly unknown[]): Promise<Rows> => {
    const release = await turn.acquire();
    try {
      return await run(db, statement, parameters);
    } finally {
      release();
    }
  };
  const pool = new EventEmitter().setMaxListeners(0);
  // keepAlive tells BullMQ that there is no socket to keep alive.
  const shape = {
    options: { max: Number.POSITIVE_INFINITY, keepAlive: true },
    query,
    connect,
    end: async () => undefined,
  };
  return Object.assign(pool, shape) as unknown as Pool;
}

const firstWord = (sql: string): string | undefined => /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/iu.exec(sql)?.[1]?.toUpperCase();

async function run(db: PGlite, statement: Query, parameters: readonly unknown[] = []): Promise<Rows> {
  const query = typeof statement === 'string' ? { text: statement, values: parameters } : statement;
  const values = (query.values ?? parameters).map((value) => value ?? null);
  const options = { parsers: asStrings, ...(query.rowMode ? { rowMode: query.rowMode } : {}) };
  if (values.length > 0) return shaped(await db.query(query.text, values, options));
  // Without parameters a text may hold several statements (migrations): PGlite runs those with exec.
  if (/;\s*\S/u.test(query.text)) return shaped((await db.exec(query.text, options)).at(-1));
  return shaped(await db.query(query.text, [], options));
}

const shaped = (result: Results<unknown> | undefined): Rows =>
  result ? { ...result, rowCount: result.affectedRows || result.rows.length } : empty;
