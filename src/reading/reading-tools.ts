import type { CatalogueIndex } from '../domain/catalogue.ts';
import type { NameModels } from './entities/tagger/model.ts';
import type { ExtractTools } from './extract/extract.ts';
import type { LanguageModels } from './language/vote.ts';
import type { RelevanceModel } from './relevance/judge.ts';
import type { Judge } from './seasons/judge.ts';
import type { SentimentReader } from './sentiment/sentiment.ts';

/** What reading needs beside the page: loaded once, shared by all pages. */
export interface ReadingTools extends ExtractTools {
  readonly index: CatalogueIndex;
  readonly languages: LanguageModels;
  readonly relevance: RelevanceModel;
  readonly seasons: Judge;
  readonly names: NameModels;
  readonly tone: SentimentReader;
}
