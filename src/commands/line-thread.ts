import { loadCatalogue } from '../catalogue/load.ts';
import { isRevueError } from '../domain/errors.ts';
import { paths } from '../paths.ts';
import { readPage } from '../reading/reading.ts';
import { threadTask } from '../thread-pool.ts';
import { createTools } from '../tools.ts';
import { unknownShow } from './facts.ts';
import { parseLine } from './jsonl.ts';

const tools = await createTools(await loadCatalogue(paths.catalogue), paths.models);

/** Reads one line of `revue read --jsonl` in this thread; answers with the line to print. */
export default threadTask<Uint8Array, string>(async (line) => {
  let id: unknown = null;
  try {
    const page = await parseLine(new TextDecoder().decode(line), (found) => {
      id = found;
    });
    const { show } = page.given;
    if (show !== undefined && !tools.index.shows.has(show)) throw unknownShow(show, [...tools.index.shows.keys()]);
    return JSON.stringify({ id, reading: readPage(page, tools) });
  } catch (error) {
    const code = isRevueError(error) ? error.code : 'internal';
    return JSON.stringify({ id, error: { code, message: error instanceof Error ? error.message : String(error) } });
  }
});
