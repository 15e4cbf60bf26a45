import { workerData } from 'node:worker_threads';
import { isRevueError } from '../domain/errors.ts';
import type { PageInput } from '../domain/reading.ts';
import { readPage } from '../reading/reading.ts';
import { createTools } from '../tools.ts';
import type { ThreadAnswer, ThreadData } from './reading-pool.ts';

const data = workerData as ThreadData;
const tools = createTools(data.catalogue, data.models);

/** Reads one page in this thread. */
export default function read(page: PageInput): ThreadAnswer {
  try {
    return { reading: readPage(page, tools) };
  } catch (error) {
    if (!isRevueError(error)) throw error;
    return { error: { code: error.code, message: error.message, disposition: error.disposition } };
  }
}
