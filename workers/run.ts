import { openApp } from '../src/app.ts';
import { printError } from '../src/commands/output.ts';
import { readConfig } from '../src/config.ts';
import type { QueueName } from '../src/jobs/payloads.ts';

/** Works on the named queues until SIGINT or SIGTERM, then lets running jobs finish. */
export async function runWorker(names: readonly QueueName[]): Promise<void> {
  try {
    const app = await openApp(readConfig());
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await app.startWork(names);
    process.stdout.write(`Revue works on ${names.join(', ')}\n`);
    await stopped;
    await app.close();
  } catch (error) {
    printError(error);
    process.exit(1);
  }
}
