/** Languages that have trained models. */
export type ModelLanguage = 'fr' | 'en';

/** True for the code of a language that has trained models. */
export const isModelLanguage = (language: string): language is ModelLanguage => language === 'fr' || language === 'en';

/**
 * One token, folded: a word, a proper name (a capital inside a sentence), or a pause. Names are told apart so that
 * the press models learn "somebody was praised" and not who it was.
 */
export interface Token {
  readonly text: string;
  /** As written but in lower case, accents kept: stemmers need them. */
  readonly accented: string;
  readonly kind: 'word' | 'name' | 'pause';
}

const TOKEN = /[\p{L}\p{N}]+|'(?:s|re|ve|ll|d|m)\b|\.{2,}|[!?]+|[.,;:]|["«»“”()–—]/gu;
const OPENS = /^[.!?:"«“(–—]/u;
/** Longer numbers are years, prices or audiences: only their length is kept. */
const LONG_NUMBER = 3;
const ASCII = /^[\0-\x7f]*$/u;

/** Words and telling punctuation: lower case, no accents, elisions split, long numbers by their length. */
export function tokenise(text: string, language: ModelLanguage): readonly Token[] {
  const composed = text
    .normalize('NFC')
    .replace(/[’`´‘]/gu, "'")
    .replace(/…/gu, '...');
  const tokens: Token[] = [];
  let opening = true;
  for (const [found] of splitElisions(composed, language).matchAll(TOKEN)) {
    const pause = !/^['\p{L}\p{N}]/u.test(found);
    const name = !opening && found.length > 1 && /^\p{Lu}/u.test(found);
    const accented = found.toLowerCase();
    tokens.push({ text: canonical(fold(accented)), accented, kind: pause ? 'pause' : name ? 'name' : 'word' });
    opening = pause ? opening || OPENS.test(found) : false;
  }
  return tokens;
}

const fold = (word: string): string =>
  ASCII.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/œ/gu, 'oe');

const splitElisions = (text: string, language: ModelLanguage): string =>
  language === 'fr'
    ? text.replace(/(?<!\p{L})(qu|lorsqu|puisqu|quoiqu|jusqu|[cdjlmnst])'/giu, '$1e ')
    : text
        .replace(/\b(ca|wo|sha)\s?n't\b/giu, (_, stem: string) => `${WHOLE[stem.toLowerCase()] ?? stem} not`)
        .replace(/\s?n't\b/giu, ' not')
        .replace(/\bcannot\b/giu, 'can not');

const WHOLE: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

function canonical(token: string): string {
  if (token.startsWith('!')) return token.length > 1 ? '!!' : '!';
  if (token.startsWith('?')) return token.length > 1 ? '??' : '?';
  if (token.startsWith('..')) return '..';
  if (/^["«»“”]$/u.test(token)) return '"';
  if (/^[()–—]$/u.test(token)) return '(';
  return token.length >= LONG_NUMBER && /^\d+$/u.test(token) ? `#${token.length}` : token;
}
