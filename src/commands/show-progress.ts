import { isSettled, type Progress, readProgress } from '../coverage/progress.ts';
import type { Sql } from '../database/database.ts';

const EVERY_MS = 1_000;

/** Shows on the terminal how far the taking-in is, until nothing waits any more. Returns what stops it early. */
export function showProgress(sql: Sql, out: NodeJS.WriteStream = process.stdout): () => void {
  let last = '';
  const timer = setInterval(() => {
    readProgress(sql).then(show, () => undefined);
  }, EVERY_MS);
  const started = Date.now();

  function show(progress: Progress): void {
    const done = isSettled(progress);
    const line = done ? doneLine(progress, Date.now() - started) : runningLine(progress);
    if (line !== last) out.write(out.isTTY ? `\r\u001B[K${line}${done ? '\n' : ''}` : `${line}\n`);
    last = line;
    if (done) clearInterval(timer);
  }
  return () => clearInterval(timer);
}

const runningLine = ({ pages, read, quarantined, documents }: Progress): string =>
  `Reading: ${read + quarantined} of ${pages} pages, ${documents} documents`;

const doneLine = ({ read, quarantined, documents }: Progress, ms: number): string =>
  `All read after ${Math.round(ms / 1000)} s: ${documents} documents from ${read} pages${quarantined > 0 ? `, ${quarantined} put aside` : ''}.`;
