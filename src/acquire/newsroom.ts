import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outlet } from '../domain/reading.ts';
import type { AllowedOrigin } from './guard.ts';
import { type NewsroomFile, type OutletFolder, readOutlets } from './newsroom-files.ts';

/** Something that an outlet of the newsroom offers for polling. */
export interface NewsroomSource {
  readonly kind: 'feed' | 'sitemap' | 'list';
  readonly url: string;
  readonly outlet: Outlet;
}

/** The demo newsroom: invented outlets, served over real HTTP on loopback. */
export interface Newsroom {
  /** What a fetcher must be allowed in order to reach it. */
  readonly origin: AllowedOrigin;
  /** Where a browser finds the outlets, as `<url>/<host>/<path>`; without a final slash. */
  readonly url: string;
  readonly sources: readonly NewsroomSource[];
  readonly close: () => Promise<void>;
}

interface Served extends NewsroomFile {
  readonly etag: string;
}

type Shelves = ReadonlyMap<string, ReadonlyMap<string, Served>>;

const ADDRESS = '127.0.0.1';

/** Path and query as a client sends them: percent-encoded, without fragment. */
const requestPath = (path: string): string => {
  const { pathname, search } = new URL(`http://newsroom.example${path}`);
  return pathname + search;
};

function withTag(file: NewsroomFile): Served {
  const hash = createHash('sha256').update(file.bytes).digest('base64url');
  return { ...file, etag: `"${hash.slice(0, 22)}"` };
}

const shelfOf = ({ files }: OutletFolder): ReadonlyMap<string, Served> =>
  new Map(files.map((file) => [requestPath(file.path), withTag(file)]));

const shelvesOf = (outlets: readonly OutletFolder[]): Shelves =>
  new Map(outlets.map((outlet) => [outlet.host, shelfOf(outlet)]));

/** By host name as a site would, else by path as `/<host>/…` for a person with a browser. A needless query is ignored. */
function find(shelves: Shelves, request: IncomingMessage): Served | undefined {
  const host = (request.headers.host ?? '').toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
  const target = request.url ?? '';
  const [, prefix = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(target) ?? [];
  const own = shelves.get(host);
  const [shelf, path] = own === undefined ? [shelves.get(prefix.toLowerCase()), rest] : [own, target];
  return shelf?.get(path) ?? shelf?.get(path.split('?', 1)[0] ?? '');
}

/** `If-None-Match` compares weakly and may hold a list (RFC 9110 §13.1.2). */
function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function answer(shelves: Shelves, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = find(shelves, request);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n');
    return;
  }
  const headers = { etag: file.etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  if (isKnown(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': file.type, 'content-length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

/**
 * Serves `<directory>/<host>/outlet.json` and the files that it names, and nothing else, on a free loopback port.
 * Everything is read at the start: a request never touches the disk.
 * @throws RevueError `newsroom-invalid` (fatal) naming the file at fault.
 */
export async function startNewsroom(directory: string): Promise<Newsroom> {
  const outlets = await readOutlets(directory);
  const shelves = shelvesOf(outlets);
  const server = createServer((request, response) => {
    answer(shelves, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, ADDRESS, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: { suffix: '.example', address: ADDRESS, port },
    url: `http://${ADDRESS}:${port}`,
    sources: outlets.flatMap(({ outlet, sources }) => sources.map((source) => ({ ...source, outlet }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
