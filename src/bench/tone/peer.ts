import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import porterFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import AggressiveTokenizerFr from 'natural/lib/natural/tokenizers/aggressive_tokenizer_fr.js';
import { WordTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';

/** The score of a sentence: its sign is the tone. */
export type NaturalReader = (text: string) => number;

/** natural's own analyser behind its own tokeniser and stemmer: AFINN for English, pattern for French, the only list that it has. */
export async function loadNatural(): Promise<Readonly<Record<ModelLanguage, NaturalReader>>> {
  // Brings the word lists of ten languages, which must not lie in the memory that other benches measure.
  const { default: Analyzer } = await import('natural/lib/natural/sentiment/SentimentAnalyzer.js');
  const [english, french] = [new Analyzer('English', porter, 'afinn'), new Analyzer('French', porterFr, 'pattern')];
  const [words, wordsFr] = [new WordTokenizer(), new AggressiveTokenizerFr()];
  return {
    en: (text) => english.getSentiment(words.tokenize(text)),
    fr: (text) => french.getSentiment(wordsFr.tokenize(text)),
  };
}
