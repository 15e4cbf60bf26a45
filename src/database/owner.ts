import { createHash, randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { rename, unlink } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RevueError } from '../domain/errors.ts';

/** How long an owner may take to say who it is. */
const ANSWER_MS = 400;

/**
 * Makes this process the only owner of a data directory, until it ends in whatever way.
 * The owner listens on a local socket named after the directory: the system closes it with the process, also on kill -9,
 * and a socket file that nobody answers on is a leftover. Fails with `data-in-use` (fatal). Resolves to the release.
 */
export async function takeOwnership(directory: string): Promise<() => Promise<void>> {
  const address = socketAddress(realpathSync(directory));
  const identity = `${process.pid} ${randomUUID()}`;
  const server = await listenAlone(address, identity, directory);
  server.unref();
  // Somebody may have taken our fresh socket for a leftover: whoever answers now is the owner.
  const owner = await askOwner(address);
  if (owner !== identity) {
    server.close();
    throw inUse(directory, owner);
  }
  return () => new Promise((done) => void server.close(() => done()));
}

/** Throws `data-in-use` (fatal) when another process owns the directory now. */
export async function checkFree(directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  const owner = await askOwner(socketAddress(realpathSync(directory)));
  if (owner !== null) throw inUse(directory, owner);
}

async function listenAlone(address: string, identity: string, directory: string): Promise<Server> {
  try {
    return await listen(address, identity);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  }
  const owner = await askOwner(address);
  if (owner !== null) throw inUse(directory, owner);
  await removeLeftover(address, directory);
  return await listen(address, identity);
}

/** Renames before deleting, so that a socket that came alive in between is found out and put back. */
async function removeLeftover(address: string, directory: string): Promise<void> {
  const aside = `${address}.${process.pid}`;
  await rename(address, aside);
  const owner = await askOwner(aside);
  if (owner !== null) {
    await rename(aside, address);
    throw inUse(directory, owner);
  }
  await unlink(aside);
}

function listen(address: string, identity: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(identity);
    });
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

/** What the owner behind a socket says of itself; null when nobody answers. */
function askOwner(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = createConnection(address);
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (chunk) => {
      said += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', (failed) => resolve(failed ? null : said));
  });
}

/** Socket paths are limited to about 100 bytes, so the name is a hash of the directory. */
function socketAddress(directory: string): string {
  const name = `revue-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function inUse(directory: string, owner: string | null): RevueError {
  const who = owner?.split(' ')[0] ? `process ${owner.split(' ')[0]}` : 'another process';
  return new RevueError(
    'data-in-use',
    `The data directory ${directory} is in use by ${who}. Stop that process, choose another directory with --data, or set DATABASE_URL to share a PostgreSQL server.`,
    'fatal',
  );
}
