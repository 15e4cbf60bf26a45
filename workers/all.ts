import { queueNames } from '../src/jobs/payloads.ts';
import { runWorker } from './run.ts';

await runWorker(queueNames);
