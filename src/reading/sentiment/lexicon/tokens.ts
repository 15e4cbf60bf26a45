/** Languages that are read by word lists. */
export type LexiconLanguage = 'es' | 'de' | 'it' | 'pt' | 'nl';

export const lexiconLanguages: readonly LexiconLanguage[] = ['es', 'de', 'it', 'pt', 'nl'];

/** One token in lower case, accents kept (the lists have them): a word, a proper name, a comma or bracket, a full stop. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'name' | 'pause' | 'stop';
}

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{N}]+)*|[.,;:!?…()–—]/gu;
/** Quoted words, as long as a title may be. */
const QUOTED = /(?<!\p{L})[«„“"‘'][^«»„“”"‘]{1,60}[»“”"’'](?!\p{L})/gu;
const LONGEST_TITLE = 5;

/** Words and pauses. A quoted title counts as one name; so does a capital inside a sentence, but for German nouns. */
export function tokenise(text: string, language: LexiconLanguage): readonly Token[] {
  const tokens: Token[] = [];
  let opening = true;
  for (const [found] of withoutTitles(text.normalize('NFC')).matchAll(TOKEN)) {
    const kind = kindOf(found, !opening && language !== 'de');
    tokens.push({ text: found.toLowerCase(), kind });
    opening = kind === 'stop' || (opening && kind === 'pause');
  }
  return tokens;
}

function kindOf(found: string, namesHaveCapitals: boolean): Token['kind'] {
  if (/^[.!?…]$/u.test(found)) return 'stop';
  if (/^[,;:()–—]$/u.test(found)) return 'pause';
  return namesHaveCapitals && found.length > 1 && /^\p{Lu}/u.test(found) ? 'name' : 'word';
}

const withoutTitles = (text: string): string =>
  text.replace(QUOTED, (quoted) =>
    /^.\p{Lu}/u.test(quoted) && quoted.split(' ').length <= LONGEST_TITLE && quoted.length < text.length / 2
      ? ' '.repeat(quoted.length)
      : quoted,
  );
