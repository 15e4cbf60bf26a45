import { runWorker } from './run.ts';

await runWorker(['fetch']);
