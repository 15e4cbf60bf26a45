import { loadLanguageModels, loadToneModels } from '../app-models.ts';
import { loadTransformer, toneChoice } from '../app-transformer.ts';
import { readConfig } from '../config.ts';
import type { Sentiment } from '../domain/reading.ts';
import { paths } from '../paths.ts';
import { detectLanguage } from '../reading/language/language.ts';
import type { LanguageModels } from '../reading/language/vote.ts';
import { splitPassages } from '../reading/passages/passages.ts';
import type { About, Spoken } from '../reading/sentiment/judge.ts';
import type { Register } from '../reading/sentiment/register.ts';
import { createSentimentReader, type SentimentReader } from '../reading/sentiment/sentiment.ts';
import { createTrainedJudge } from '../reading/sentiment/trained.ts';
import { createTransformerJudge } from '../reading/sentiment/transformer/judge.ts';
import { readInRounds } from '../reading/sentiment/transformer/rounds.ts';

/** Texts to be read: the sentences of one document, or one text by itself. */
export interface Unread {
  readonly texts: readonly string[];
  readonly isDocument: boolean;
  readonly language: string;
  readonly register: Register;
  readonly title: string | null;
}

/** A tone for every text, in order; null where the language has no reader of tone. */
export type ReadTones = (unread: Unread) => Promise<readonly (Sentiment | null)[]>;

/** A reader of tone: the models that ship, or the transformer that the configuration names. Throws as `loadTransformer`. */
export async function createToneReader(classes: 2 | 3): Promise<ReadTones> {
  const choice = toneChoice(readConfig());
  if (choice === null) {
    const reader = createSentimentReader(createTrainedJudge(loadToneModels(paths.models)));
    return async (unread) => tonesOf(unread, classes, reader);
  }
  const transformer = await loadTransformer(choice);
  return (unread) =>
    readInRounds((ask) => tonesOf(unread, classes, createSentimentReader(createTransformerJudge(ask))), transformer);
}

/** The sentences of a document are read together; of texts by themselves, those that must take a side are read as whole reviews. */
function tonesOf(
  { texts, isDocument, language, register, title }: Unread,
  classes: 2 | 3,
  reader: SentimentReader,
): readonly (Sentiment | null)[] {
  const about = { register, title };
  const spoken = texts.map((text) => ({ text, language }));
  if (isDocument) return reader.sentences(spoken, about).map((each) => each?.sentiment ?? null);
  return spoken.map((each) => (classes === 2 ? reader.whole(each) : toneOfText(each, about, reader)));
}

/** One sentence as a sentence; several as a document of them, which may be neutral as a whole review may not. */
function toneOfText({ text, language }: Spoken, about: About, reader: SentimentReader): Sentiment | null {
  const spans = splitPassages(text, language);
  if (spans.length < 2) return reader.sentences([{ text, language }], about)[0]?.sentiment ?? null;
  const sentences = spans.map(({ start, end }) => ({ text: text.slice(start, end), language }));
  return reader.document(
    reader.sentences(sentences, about).map((each) => ({ sentiment: each?.sentiment ?? null })),
    { rating: null, whole: about.register === 'audience' ? reader.whole({ text, language }) : null },
  );
}

/** Tells the language of texts; loads what it needs when it is first asked. */
export function createLanguageTeller(): (texts: readonly string[]) => Promise<string> {
  let models: LanguageModels | null = null;
  return async (texts) => {
    models ??= await loadLanguageModels(paths.models);
    return detectLanguage(texts.join('\n'), [], models).code;
  };
}
