import { loadLanguageModels } from '../app-models.ts';
import { benchExtraction } from '../bench/extraction/extraction.ts';
import { benchLanguage } from '../bench/language/language.ts';
import { paths } from '../paths.ts';
import { threadTask } from '../thread-pool.ts';
import { createExtractTools } from '../tools.ts';

/** What to measure, on which labelled data, and whether the peers are timed too. */
export interface BenchTask {
  readonly subject: string;
  readonly data: string;
  readonly withPeers: boolean;
}

const benches: Readonly<Record<string, (task: BenchTask) => unknown>> = {
  extraction: ({ data, withPeers }) => benchExtraction(data, createExtractTools(paths.models), withPeers),
  language: async ({ data }) => benchLanguage(data, await loadLanguageModels(paths.models)),
};

/** Measures in a thread, whose memory is limited as it is where pages are read: so the peak is what reading needs and not what a large heap lets lie. */
export default threadTask<BenchTask, unknown>((task) => benches[task.subject]?.(task));
