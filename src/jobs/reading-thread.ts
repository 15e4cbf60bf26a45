import { workerData } from 'node:worker_threads';
import type { PageInput, Reading } from '../domain/reading.ts';
import { createPageReader } from '../page-reader.ts';
import { threadTask } from '../thread-pool.ts';
import { createTools } from '../tools.ts';
import type { ThreadData } from './reading-pool.ts';

const data = workerData as ThreadData;
const tools = await createTools(data.catalogue, data.models);
const readPage = await createPageReader(data.tone);

/** Reads one page in this thread. */
export default threadTask<PageInput, Reading>((page) => readPage(page, tools));
