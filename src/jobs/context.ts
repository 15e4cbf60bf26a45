import type { Fetcher } from '../acquire/fetch.ts';
import type { RobotsGate } from '../acquire/robots-gate.ts';
import type { Database } from '../database/database.ts';
import type { PageInput, Reading } from '../domain/reading.ts';
import type { Queues } from './queues.ts';

/** What the handlers of jobs work with. */
export interface JobContext {
  readonly database: Database;
  readonly queues: Queues;
  readonly fetcher: Fetcher;
  readonly robots: RobotsGate;
  /** Milliseconds until a URL's site may be asked again; 0 and the turn is taken when it may be asked now. */
  readonly pause: (url: string) => number;
  readonly read: (page: PageInput) => Promise<Reading>;
  readonly log: (level: 'error' | 'warn' | 'info', message: string) => void;
  /** Called for errors that leave no sense in going on. */
  readonly onFatal: (error: Error) => void;
}
