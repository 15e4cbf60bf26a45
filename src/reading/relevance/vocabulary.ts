import words from './words.json' with { type: 'json' };

/** Words of the television trade. */
export const trade: ReadonlySet<string> = new Set(words.television);
/** Words that television shares with the stage, the cinema or sport. */
export const shared: ReadonlySet<string> = new Set(words.perhaps);
/** Words of films, books and museums. */
export const elsewhere: ReadonlySet<string> = new Set(words.elsewhere);

/** The words of a text, in small letters. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
