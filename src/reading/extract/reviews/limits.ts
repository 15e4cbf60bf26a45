/** Reviews that are read in one form; no page shows more. */
export const MOST_REVIEWS = 500;

/**
 * How large the cards of one form may be together: an element counts 1, as do 100 characters of text or attributes.
 * 500 cards of 120 elements come to it; the largest of 1,800 saved pages comes to 2,500.
 */
export const MOST_SIZE = 60_000;

/** Pieces of one review's text, and characters of the whole; more is no review. */
export const LONGEST_REVIEW = { pieces: 100, characters: 60_000 } as const;

/** Characters of a name, a date or a rating; longer texts are something else. */
export const LONGEST_FIELD = 300;

/** Texts that are tried for one field of a card by one rule. */
export const MOST_TRIES = 10;

/** JSON of a page: its scripts, their characters, and the values that are looked at. */
export const MOST_DATA = { scripts: 50, characters: 3_000_000, values: 200_000 } as const;
