import {
  loadBlockModels,
  loadLanguageModels,
  loadNameModels,
  loadRelevanceModel,
  loadSeasonModel,
  loadToneModels,
} from './app-models.ts';
import { buildIndex } from './catalogue/index.ts';
import type { Catalogue } from './domain/catalogue.ts';
import type { ExtractTools } from './reading/extract/extract.ts';
import { createBlockScorer } from './reading/extract/scoring/scorer.ts';
import type { ReadingTools } from './reading/reading-tools.ts';
import { judgeBy } from './reading/seasons/judge.ts';
import { createSentimentReader } from './reading/sentiment/sentiment.ts';
import { createTrainedJudge } from './reading/sentiment/trained.ts';
import { siteAdapters } from './sites/registry.ts';

/** Makes a catalogue and the directory of the trained models ready for reading; about 200 ms, done once a thread. */
export async function createTools(catalogue: Catalogue, models: string): Promise<ReadingTools> {
  return {
    index: buildIndex(catalogue),
    languages: await loadLanguageModels(models),
    relevance: loadRelevanceModel(models),
    seasons: judgeBy(loadSeasonModel(models)),
    names: loadNameModels(models),
    tone: createSentimentReader(createTrainedJudge(loadToneModels(models))),
    ...createExtractTools(models),
  };
}

/** What extraction alone needs of the directory of the trained models. */
export const createExtractTools = (models: string): ExtractTools => ({
  sites: siteAdapters,
  scoreBlocks: createBlockScorer(loadBlockModels(models)),
});
