declare module 'natural/lib/natural/sentiment/Spanish/senticon_es.json' {
  const list: Readonly<Record<string, { readonly pol: string }>>;
  export default list;
}
declare module 'natural/lib/natural/sentiment/German/pattern-sentiment-de.json' {
  const list: Readonly<Record<string, { readonly polarity: string; readonly sense: string }>>;
  export default list;
}
declare module 'natural/lib/natural/sentiment/Italian/pattern-sentiment-it.json' {
  const list: Readonly<Record<string, { readonly polarity: string }>>;
  export default list;
}
declare module 'natural/lib/natural/sentiment/Dutch/pattern-sentiment-nl.json' {
  const list: Readonly<Record<string, { readonly polarity: string }>>;
  export default list;
}
declare module 'natural/lib/natural/sentiment/Portuguese/afinnShortSortedPortuguese.json' {
  const list: Readonly<Record<string, number>>;
  export default list;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_es.js' {
  const stemmer: { readonly stem: (word: string) => string | undefined };
  export default stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_de.js' {
  const stemmer: { readonly stem: (word: string) => string | undefined };
  export default stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_it.js' {
  const stemmer: { readonly stem: (word: string) => string | undefined };
  export default stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_pt.js' {
  const stemmer: { readonly stem: (word: string) => string | undefined };
  export default stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_nl.js' {
  const stemmer: { readonly stem: (word: string) => string | undefined };
  export default stemmer;
}
