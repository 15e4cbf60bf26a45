import { loadTransformer, nameOfModel, type ToneChoice } from './app-transformer.ts';
import type { PageInput, Reading } from './domain/reading.ts';
import { readPage, stages } from './reading/reading.ts';
import type { ReadingTools } from './reading/reading-tools.ts';
import { createSentimentReader, sentimentStage } from './reading/sentiment/sentiment.ts';
import { createTransformerJudge } from './reading/sentiment/transformer/judge.ts';
import { readInRounds } from './reading/sentiment/transformer/rounds.ts';
import type { Transformer } from './reading/sentiment/transformer/transformer.ts';

/** Reads one page: with the models that ship, or with the transformer that the user chose. */
export type PageReader = (page: PageInput, tools: ReadingTools) => Reading | Promise<Reading>;

/**
 * Loads what the choice needs; null: nothing. Never throws: a model that does not load is told by every page, because what
 * a thread throws while it starts reaches nobody.
 */
export async function createPageReader(tone: ToneChoice | null): Promise<PageReader> {
  if (tone === null) return readPage;
  try {
    const transformer = await loadTransformer(tone);
    return (page, tools) => readWithTransformer(page, tools, transformer);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Reads one page with the tone that a transformer finds in its sentences and clauses; no other stage differs. Throws what `readPage` throws, and `tone-unread` (quarantine). */
export async function readWithTransformer(
  page: PageInput,
  tools: ReadingTools,
  transformer: Transformer,
): Promise<Reading> {
  const reading = await readInRounds((ask) => {
    const judge = createTransformerJudge(ask);
    return readPage(page, { ...tools, tone: createSentimentReader(judge) });
  }, transformer);
  return { ...reading, stages: { ...reading.stages, ...toneStage(transformer.name) } };
}

/** The versions of the stages that read with this choice, as readings carry them. */
export const stageVersions = (tone: ToneChoice | null): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(stages.map(({ name, version }) => [name, version])),
  ...(tone === null ? {} : toneStage(nameOfModel(tone.model))),
});

/** Which reader of tone took part: `{sentiment: "3+transformer:tiny-tone"}`. */
const toneStage = (model: string): Readonly<Record<string, string>> => ({
  [sentimentStage.name]: `${sentimentStage.version}+transformer:${model}`,
});
