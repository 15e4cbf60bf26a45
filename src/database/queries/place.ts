/** Where a document stands: the n-th of its page. Its id survives re-reading, so that links to it stay good. */
export interface Place {
  readonly pageId: string;
  readonly ordinal: number;
  readonly outletId: number | null;
}
