import { workerData } from 'node:worker_threads';
import type { ToneChoice } from '../app-transformer.ts';
import { loadCatalogueWith } from '../catalogue/load.ts';
import { isRevueError } from '../domain/errors.ts';
import { createPageReader } from '../page-reader.ts';
import { paths } from '../paths.ts';
import { threadTask } from '../thread-pool.ts';
import { createTools } from '../tools.ts';
import { toolsFor } from './given-show.ts';
import { parseLine } from './jsonl.ts';

/** What a thread that reads lines is started with: a file or folder of shows beside those that ship, and a reader of tone of the user's, if any. */
export interface LineThreadData {
  readonly catalogue: string | null;
  readonly tone: ToneChoice | null;
}

const data = workerData as LineThreadData;
const tools = await createTools(await loadCatalogueWith(paths.catalogue, data.catalogue), paths.models);
const readPage = await createPageReader(data.tone);

/** Reads one line of `revue read --jsonl` in this thread; answers with the line to print. */
export default threadTask<Uint8Array, string>(async (line) => {
  let id: unknown = null;
  try {
    const page = await parseLine(new TextDecoder().decode(line), (found) => {
      id = found;
    });
    const known = toolsFor(page, tools.index);
    return JSON.stringify({ id, reading: await readPage(known.page, { ...tools, index: known.index }) });
  } catch (error) {
    const code = isRevueError(error) ? error.code : 'internal';
    return JSON.stringify({ id, error: { code, message: error instanceof Error ? error.message : String(error) } });
  }
});
