import { toneChoice } from '../app-transformer.ts';
import { pagesToReread } from '../database/queries/pages-to-reread.ts';
import { stageVersions } from '../page-reader.ts';
import { parseArguments, storeOptions } from './arguments.ts';
import { print, printJson } from './output.ts';
import { takeIn } from './take-in.ts';
import { withApp } from './with-app.ts';

/** `revue reread [--all]`: reads archived pages again that older stages read, or all of them; nothing is fetched. */
export async function reread(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, { ...storeOptions, all: { type: 'boolean' } });
  await withApp(parsed, async (app) => {
    const versions = stageVersions(toneChoice(app.config));
    const ids = await pagesToReread(app.database, versions, parsed.values['all'] === true);
    let failed = 0;
    for (const id of ids) {
      const { error } = await takeIn(app, `page ${id}`, id);
      if (error) failed += 1;
    }
    if (parsed.values['json']) printJson({ pages: ids.length, failed });
    else print(`${ids.length} page(s) read again, ${failed} put aside.`);
  });
}
