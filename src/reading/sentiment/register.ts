/** What a document is: reviews are opinions until shown otherwise, news are facts until shown otherwise. Null where nobody says. */
export type Register = 'news' | 'review' | 'audience' | null;

const REGISTERS: ReadonlyMap<string, Register> = new Map([
  ['audience', 'audience'],
  ['audience-review', 'audience'],
  ['review', 'review'],
  ['recap', 'review'],
]);

/** The register of a kind of text, as labelled files and documents name it; whatever is no review is news. */
export const registerOf = (kind: string | null): Register => (kind === null ? null : (REGISTERS.get(kind) ?? 'news'));
