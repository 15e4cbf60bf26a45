import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type Disposition, isRevueError, RevueError } from './domain/errors.ts';

/** How a pool of threads works. `file` is a module whose default export does one task; `data` is what each thread is started with. */
export interface ThreadPoolOptions {
  readonly file: URL;
  readonly data: unknown;
  readonly threads: number;
  /** A task that takes longer, from the moment on that its thread begins it, is taken for an attack: its thread is ended, its neighbours go on. */
  readonly limitMs: number;
  readonly heapMb: number;
  /** Whether memory is worth more than time: a third slower, a fifth smaller. */
  readonly frugal: boolean;
}

/** Work that is done in threads, so that no page can block or crash the process. */
export interface ThreadPool<Task, Answer> {
  /** `name` tells the task in errors; the memory in `given` is handed over and no longer readable here. Throws RevueError: what the task itself refused, `page-too-slow` or `page-crashed` (quarantine). */
  readonly run: (task: Task, name: string, given?: readonly ArrayBuffer[]) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** What a thread answers: errors travel as data, because a thread boundary drops their class. */
type ThreadAnswer<Answer> =
  | { readonly answer: Answer }
  | { readonly error: { readonly code: string; readonly message: string; readonly disposition: Disposition } };

/** A task on its way to a thread. */
interface Sent<Task> {
  readonly number: number;
  readonly task: Task;
}

/** What a thread says when it begins a task: waiting and loading models are no fault of the page. */
interface Begun {
  readonly begun: number;
}

/** The default export of a thread's module: what it does with one task. */
export function threadTask<Task, Answer>(
  work: (task: Task) => Answer | Promise<Answer>,
): (sent: Sent<Task>) => Promise<ThreadAnswer<Answer>> {
  return async ({ number, task }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, which has no origin
    parentPort?.postMessage({ begun: number } satisfies Begun);
    try {
      return { answer: await work(task) };
    } catch (error) {
      if (!isRevueError(error)) throw error;
      return { error: { code: error.code, message: error.message, disposition: error.disposition } };
    }
  };
}

/** The file of a thread beside `from`: from source one that brings the TypeScript loader along, which threads do not inherit. */
export function threadFile(name: string, from: string): URL {
  return new URL(from.endsWith('.ts') ? `./${name}-from-source.mjs` : `./${name}.js`, from);
}

/** Pages leave much garbage, and V8 fills whatever room it has before it collects: little of it, and by small steps. */
const YOUNG_MB = 4;
const GROWING_PERCENT = 30;

/** Starts threads. */
export function createThreadPool<Task, Answer>(options: ThreadPoolOptions): ThreadPool<Task, Answer> {
  const { limitMs, frugal } = options;
  if (frugal) setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  const pool = new Piscina({
    filename: options.file.href,
    workerData: options.data,
    minThreads: 1,
    maxThreads: options.threads,
    idleTimeout: 60_000,
    resourceLimits: {
      maxOldGenerationSizeMb: options.heapMb,
      ...(frugal ? { maxYoungGenerationSizeMb: YOUNG_MB } : {}),
    },
  });
  // A thread that dies also rejects the task it held; without a handler the event would end the process.
  pool.on('error', () => undefined);
  const clocks = new Map<number, () => void>();
  pool.on('message', ({ begun }: Begun) => clocks.get(begun)?.());
  let number = 0;
  const run = async (task: Task, name: string, given: readonly ArrayBuffer[] = []): Promise<Answer> => {
    number += 1;
    const clock = createClock(limitMs);
    const sent: Sent<Task> = { number, task };
    clocks.set(sent.number, clock.start);
    try {
      const answered: ThreadAnswer<Answer> = await pool.run(sent, { signal: clock.signal, transferList: [...given] });
      if ('answer' in answered) return answered.answer;
      throw new RevueError(answered.error.code, answered.error.message, answered.error.disposition);
    } catch (cause) {
      if (isRevueError(cause)) throw cause;
      if (clock.signal.aborted)
        throw refused('page-too-slow', `${name} took longer than ${limitMs / 1000} s to read.`, cause);
      throw refused('page-crashed', `${name} crashed the thread that read it.`, cause);
    } finally {
      clock.stop();
      clocks.delete(sent.number);
    }
  };
  return { run, close: () => pool.close() };
}

/** Aborts its signal `limitMs` after its start, unless it is stopped. */
function createClock(limitMs: number): { signal: AbortSignal; start: () => void; stop: () => void } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(() => controller.abort(), limitMs);
  };
  return { signal: controller.signal, start, stop: () => clearTimeout(timer) };
}

const refused = (code: string, message: string, cause: unknown): RevueError =>
  new RevueError(code, message, 'quarantine', { cause });
