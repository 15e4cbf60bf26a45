/** A word with its place; `folded` has no diacritics and is lower case. A final + belongs to the word (Canal+, Canal +). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** The word begins with a capital letter. */
  readonly capital: boolean;
}

/** Words longer than this bear no name; folding them would cost time for nothing. */
const LONGEST_WORD = 60;

const OTHER = 0;
const SMALL = 1;
const CAPITAL = 2;
/** A letter, digit or mark outside ASCII, to be folded. */
const MARKED = 3;

/** The kind of every UTF-16 unit: one look-up a character instead of a regular expression a word. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const unit = String.fromCharCode(code);
  if (!/[\p{L}\p{N}\p{M}]/u.test(unit)) return OTHER;
  if (code > 0x7f) return MARKED;
  return /[A-Z]/u.test(unit) ? CAPITAL : SMALL;
});

/** The words of a text. */
export function tokens(text: string): readonly Token[] {
  const words: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const length = wordUnit(text, at);
    if (length === 0) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length) {
      const more = wordUnit(text, at);
      if (more === 0) break;
      at += more;
    }
    const end = at + plusAfter(text, at);
    words.push(tokenOf(text, start, at, end));
    at = end;
  }
  return words;
}

/** UTF-16 units that the letter, digit or mark at a place takes; 0 where there is none. */
function wordUnit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (kinds[code] !== OTHER) return 1;
  const isPair = code >= 0xd800 && code < 0xdc00 && /^[\p{L}\p{N}\p{M}]$/u.test(text.slice(at, at + 2));
  return isPair ? 2 : 0;
}

/** Units of a plus sign that belongs to the word before it: `Canal+`, `Canal +`, but not `2 + 2` or `a +b`. */
function plusAfter(text: string, at: number): number {
  if (text[at] === '+') return 1;
  const spaced = text[at + 1] === '+' && /^[^\S\n]\+(?![\p{L}\p{N}+]|\s?\d)/u.test(text.slice(at, at + 4));
  return spaced && /\p{L}/u.test(text[at - 1] ?? '') ? 2 : 0;
}

function tokenOf(text: string, start: number, letters: number, end: number): Token {
  const word = letters - start > LONGEST_WORD ? '' : text.slice(start, letters);
  const kind = kinds[text.charCodeAt(start)];
  const capital = kind === CAPITAL || (kind === MARKED && /^\p{Lu}/u.test(text.slice(start, start + 2)));
  return { start, end, folded: foldWord(word) + (end > letters && word !== '' ? '+' : ''), capital };
}

/** Letters that Unicode does not decompose. */
const UNDECOMPOSED: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Lower case without diacritics and with ligatures spelt out. */
export function foldWord(word: string): string {
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) <= 0x7f) continue;
    return word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[œæßøłđı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter);
  }
  return word.toLowerCase();
}
