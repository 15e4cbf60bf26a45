import { loadLanguageModels, loadToneModels } from '../app-models.ts';
import { benchCopies } from '../bench/copies/copies.ts';
import { type LookUpTimes, lookUpTimes } from '../bench/copies/look-up.ts';
import { benchExtraction } from '../bench/extraction/extraction.ts';
import { benchLanguage } from '../bench/language/language.ts';
import { benchSeasons } from '../bench/seasons/seasons.ts';
import { benchSentences } from '../bench/sentences/sentences.ts';
import { benchTone } from '../bench/tone/tone.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { readConfig } from '../config.ts';
import { findCandidates } from '../database/queries/stories/find-candidates.ts';
import { openServer } from '../database/server.ts';
import { RevueError } from '../domain/errors.ts';
import { paths } from '../paths.ts';
import { threadTask } from '../thread-pool.ts';
import { createExtractTools, createTools } from '../tools.ts';
import { pressOf } from './bench-press.ts';

/** What to measure, on which labelled data, whether the peers are timed too, and in how many documents copies are looked up (0: not). */
export interface BenchTask {
  readonly subject: string;
  readonly data: string;
  readonly withPeers: boolean;
  readonly documents: number;
}

const benches: Readonly<Record<string, (task: BenchTask) => unknown>> = {
  extraction: ({ data, withPeers }) => benchExtraction(data, createExtractTools(paths.models), withPeers),
  language: async ({ data }) => benchLanguage(data, await loadLanguageModels(paths.models)),
  sentences: ({ data }) => benchSentences(data),
  seasons: async ({ data }) =>
    benchSeasons(data, await createTools(await loadCatalogue(paths.catalogue), paths.models)),
  tone: ({ data }) => benchTone(pressOf(data), () => loadToneModels(paths.models)),
  copies: async ({ data, documents }) => ({ ...benchCopies(data), lookUp: await lookUp(documents) }),
};

/** Measures in a thread, whose memory is limited as it is where pages are read: so the peak is what reading needs and not what a large heap lets lie. */
export default threadTask<BenchTask, unknown>((task) => benches[task.subject]?.(task));

/** Times the store's look-up on the PostgreSQL of the configuration; null for no documents. */
async function lookUp(documents: number): Promise<LookUpTimes | null> {
  if (documents === 0) return null;
  const url = readConfig().DATABASE_URL;
  if (url === null)
    throw new RevueError('no-database', 'Looking copies up is timed on PostgreSQL; set DATABASE_URL.', 'fatal');
  const database = await openServer(url);
  try {
    return await lookUpTimes(database, documents, (sql, prints) => findCandidates(sql, '0', prints));
  } finally {
    await database.close();
  }
}
