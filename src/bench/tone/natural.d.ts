declare module 'natural/lib/natural/sentiment/SentimentAnalyzer.js' {
  const Analyzer: new (
    language: 'English' | 'French',
    stemmer: { readonly stem: (word: string) => string | undefined },
    vocabulary: 'afinn' | 'pattern',
  ) => { readonly getSentiment: (words: readonly string[]) => number };
  export default Analyzer;
}
declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  export const WordTokenizer: new () => { readonly tokenize: (text: string) => readonly string[] };
}
declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_fr.js' {
  const Tokenizer: new () => { readonly tokenize: (text: string) => readonly string[] };
  export default Tokenizer;
}
