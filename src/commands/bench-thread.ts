import { benchExtraction, type ExtractionBench } from '../bench/extraction.ts';
import { paths } from '../paths.ts';
import { threadTask } from '../thread-pool.ts';
import { createExtractTools } from '../tools.ts';

/** What to measure: a directory of labelled pages, and whether the peers are timed too. */
export interface BenchTask {
  readonly data: string;
  readonly withPeers: boolean;
}

/** Measures in a thread, whose memory is limited as it is where pages are read: so the peak is what reading needs and not what a large heap lets lie. */
export default threadTask<BenchTask, ExtractionBench>(({ data, withPeers }) =>
  benchExtraction(data, createExtractTools(paths.models), withPeers),
);
