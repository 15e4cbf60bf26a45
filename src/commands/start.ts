import { checkFree } from '../database/owner.ts';
import { queueNames } from '../jobs/payloads.ts';
import { configOf, parseArguments, storeOptions } from './arguments.ts';
import { print } from './output.ts';

const options = {
  ...storeOptions,
  port: { type: 'string' },
  host: { type: 'string' },
  'no-demo': { type: 'boolean' },
  'api-only': { type: 'boolean' },
} as const;

/** `revue start`: database, queues, workers, API and dashboard in one process, until SIGINT or SIGTERM. */
export async function start(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const config = configOf(parsed);
  // Loading everything takes a second; a directory that is taken is told before.
  if (config.DATABASE_URL === null) await checkFree(config.DATA_DIR);
  const { startAll } = await import('../serve.ts');
  const { showProgress } = await import('./show-progress.ts');
  const apiOnly = parsed.values['api-only'] === true;
  const withDemo = parsed.values['no-demo'] !== true && !apiOnly;
  // Listened for before "ready" is printed: who reads that line may ask for the end at once.
  const asked = stopSignal();
  const running = await startAll(config, { withDemo, queues: apiOnly ? [] : queueNames });
  print(`Revue is ready at ${running.url}`);
  const stopProgress = running.demoUrl === null ? () => undefined : showProgress(running.app.database);
  await asked;
  stopProgress();
  await running.close();
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}
