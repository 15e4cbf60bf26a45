import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AllowedOrigin } from '../../../src/acquire/guard.ts';
import { isRevueError, type RevueError } from '../../../src/domain/errors.ts';

export interface TestServer {
  readonly port: number;
  /** Reaches this server through any host name under `.example`. */
  readonly origin: AllowedOrigin;
  /** Requests received so far. */
  readonly hits: () => number;
  readonly close: () => Promise<void>;
}

/** A real HTTP server on loopback; `port` 0 takes a free one. */
export async function serve(listener: RequestListener, address = '127.0.0.1', port = 0): Promise<TestServer> {
  let hits = 0;
  const server = createServer((request, response) => {
    hits += 1;
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, address, resolve);
  });
  const actual = (server.address() as AddressInfo).port;
  return {
    port: actual,
    origin: { suffix: '.example', address: '127.0.0.1', port: actual },
    hits: () => hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The RevueError that a promise must fail with. */
export async function failure(promise: Promise<unknown>): Promise<RevueError> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (isRevueError(error)) return error;
    throw error;
  }
  throw new Error(`expected a failure, got ${JSON.stringify(value)}`);
}
