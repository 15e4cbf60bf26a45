/** What a character is to the tokeniser; anything that is no letter, digit or blank is a mark. */
export const kinds = { mark: 0, blank: 1, lower: 2, upper: 3, digit: 4 } as const;

/** Codes below this are read from tables: Latin, Greek and Cyrillic. */
const TABLED = 0x530;
const LETTER = /\p{L}|\p{M}/u;
const UPPER = /\p{Lu}|\p{Lt}/u;
const DIGIT = /\p{N}/u;
const BLANK = /\s/u;

const judge = (code: number): number => {
  const char = String.fromCharCode(code);
  if (BLANK.test(char)) return kinds.blank;
  if (UPPER.test(char)) return kinds.upper;
  if (LETTER.test(char)) return kinds.lower;
  return DIGIT.test(char) ? kinds.digit : kinds.mark;
};

const judged = Uint8Array.from({ length: TABLED }, (_, code) => judge(code));
const lowered = Uint16Array.from({ length: TABLED }, (_, code) =>
  String.fromCharCode(code).toLowerCase().charCodeAt(0),
);

/** One of `kinds` for a UTF-16 code unit. Beyond the tables letters count as lower case, except that halves of pairs are marks. */
export function kindOf(code: number): number {
  if (code < TABLED) return judged[code] ?? kinds.mark;
  if (code >= 0xd800 && code <= 0xdfff) return kinds.mark;
  if (code >= 0x2000 && code <= 0x2bff)
    return code === 0x2028 || code <= 0x200a || code === 0x202f ? kinds.blank : kinds.mark;
  return code === 0x3000 ? kinds.blank : kinds.lower;
}

/** The lower-case form of a code unit, where that is one code unit. */
export const lowerOf = (code: number): number => (code < TABLED ? (lowered[code] ?? code) : code);

/** True for straight and typographic apostrophes. */
export const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x02bc;

/** True for the hyphens that join words. */
export const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;
