/** Where a value stands in a card, and how to cut it out of the text there. */
export interface FieldRule {
  /** CSS selector inside the card or of the card itself; every node that it finds is tried. */
  readonly at: string;
  /** Read this attribute instead of the text. */
  readonly attribute?: string | undefined;
  /** Regular expression; its first group is the value. Without a match the node says nothing. */
  readonly pattern?: string | undefined;
  /** Divide the number by this: a class `n45` that means 4.5. */
  readonly divide?: number | undefined;
  /** A date in figures is American: 07/13/2023. */
  readonly monthFirst?: boolean | undefined;
}

/** Reviews on elements of the page. */
export interface CardRules {
  /** CSS selector of one review; of several selectors the one that gives the most reviews counts, of equal ones the first. */
  readonly card: string | readonly string[];
  /** CSS selectors of the text, fullest first; the first one that holds words counts. */
  readonly text: readonly string[];
  /** CSS selectors of what stands inside the text and is none: warnings, buttons. */
  readonly drop?: readonly string[] | undefined;
  readonly title?: readonly FieldRule[] | undefined;
  readonly author?: readonly FieldRule[] | undefined;
  readonly date?: readonly FieldRule[] | undefined;
  readonly rating?: readonly FieldRule[] | undefined;
  /** Where a card states the top of its scale; else the form's counts. */
  readonly bestRating?: readonly FieldRule[] | undefined;
  readonly season?: readonly FieldRule[] | undefined;
}

/** Reviews in JSON that the page carries. Paths are written `text.originalText.plaidHtml`; the first one that leads to a value counts. */
export interface DataRules {
  /** CSS selector of the script elements. */
  readonly script: string;
  /** Keys that make an object a review, wherever it stands. */
  readonly having: readonly string[];
  readonly text: readonly string[];
  readonly title?: readonly string[] | undefined;
  readonly author?: readonly string[] | undefined;
  readonly date?: readonly string[] | undefined;
  readonly rating?: readonly string[] | undefined;
  readonly bestRating?: readonly string[] | undefined;
}

/** One form in which a site shows reviews. */
export interface FormRules {
  /** Regular expression on the path of the address; without it the form is tried on every page of the site. */
  readonly path?: string | undefined;
  /** Reviews by critics: kind `review`, with their author. Others are the audience's, whose names are dropped. */
  readonly press?: boolean | undefined;
  /** The top of the scale of a bare number. */
  readonly best: number;
  /** School grades from worst to best; a rating's value is the place in this list. */
  readonly grades?: readonly string[] | undefined;
  /** Words for yes and no, which give 1 or 0 of 1 when a card has no finer rating. */
  readonly verdicts?: { readonly yes: readonly string[]; readonly no: readonly string[] } | undefined;
  /** A rating may be glued to the user's name: "10kickeeen". */
  readonly glued?: boolean | undefined;
  readonly cards?: CardRules | undefined;
  readonly data?: DataRules | undefined;
}

/** What a table says about one site. */
export interface SiteRules {
  readonly name: string;
  /** The day from which pages look like this. */
  readonly version: string;
  /** Hosts; names below them count too. */
  readonly hosts: readonly string[];
  /** Where the page names the show, if its main heading does not ("User reviews"); the reviews are about that show. */
  readonly subject?: readonly FieldRule[] | undefined;
  /** Regular expression on the path of the address; its first group is the season. */
  readonly season?: string | undefined;
  /** Regular expressions of blocks that are no part of a review, beside those of all sites. */
  readonly noise?: readonly string[] | undefined;
  /** The form that gives the most reviews is the page's; of equal ones the first. */
  readonly forms: readonly FormRules[];
}

/** What a review says beside its text. */
export interface Details {
  readonly date: { readonly day: string; readonly basis: 'json-ld' | 'meta' | 'text' } | null;
  readonly rating: { readonly value: number; readonly best: number } | null;
  readonly season: number | null;
}

/** A review as found in a form, before repeats are taken out. */
export interface Found {
  readonly title: string | null;
  /** The critic or the user; a user's name tells reviews apart and goes no further. */
  readonly author: string | null;
  readonly blocks: readonly string[];
  /** Whether the blocks are but the beginning of a text that is longer than any review. */
  readonly isCut: boolean;
  /** The rest, read when the review's form is chosen. */
  readonly details: () => Details;
}

/** One way to see the reviews of a page: a form of its site, and of cards one of their selectors. */
export interface Way {
  readonly form: FormRules;
  /** No more reviews than so many come out. */
  readonly most: number;
  readonly read: () => Readings;
}

/** The reviews that a way gives, and whether the page holds more of them than are read. */
export interface Readings {
  readonly found: readonly Found[];
  readonly isCut: boolean;
}
