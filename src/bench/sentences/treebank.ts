/** What stands behind a sentence: nothing, a blank, or a line break where a paragraph ends. */
export type Gap = '' | ' ' | '\n';

/** The sentences of a document in order. */
export type TreebankDocument = readonly { readonly text: string; readonly gap: Gap }[];

interface Sentence {
  readonly text: string;
  readonly opens: 'document' | 'paragraph' | 'sentence';
  readonly glued: boolean;
  readonly breaks: boolean;
}

/** A file without `# newdoc` is read in parts of so many sentences, so that no limit on passages is met. */
const LONGEST_DOCUMENT = 500;
/** Languages that write no blanks between sentences. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'my', 'km', 'yue', 'lzh']);

/** The documents of a CoNLL-U file (`# newdoc`, `# newpar`, `# text`, `SpaceAfter`, `SpacesAfter`). */
export function parseTreebank(conllu: string, language: string): readonly TreebankDocument[] {
  const sentences = conllu
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/u)
    .flatMap(parseSentence);
  // Treebanks of single sentences mark every last token SpaceAfter=No, which then says nothing about the next sentence.
  const meant = UNSPACED.has(language) || sentences.filter(({ glued }) => glued).length * 2 < sentences.length;
  const documents: { text: string; gap: Gap }[][] = [];
  for (const [i, { text, opens, glued, breaks }] of sentences.entries()) {
    const last = documents.at(-1);
    const next = sentences[i + 1];
    const ends = breaks || next?.opens === 'paragraph';
    const sentence = { text, gap: ends ? '\n' : glued && meant ? '' : ' ' } as const;
    if (!last || opens === 'document' || last.length >= LONGEST_DOCUMENT) documents.push([sentence]);
    else last.push(sentence);
  }
  return documents;
}

function parseSentence(block: string): readonly Sentence[] {
  const lines = block.split('\n');
  const text = lines
    .find((line) => line.startsWith('# text = '))
    ?.slice('# text = '.length)
    .trim();
  if (!text) return [];
  const has = (mark: string): boolean =>
    lines.some((line) => line.startsWith(`# ${mark}`) && !/^\w/u.test(line.slice(mark.length + 2)));
  const misc = lastMisc(lines);
  return [
    {
      text,
      opens: has('newdoc') ? 'document' : has('newpar') ? 'paragraph' : 'sentence',
      glued: misc.includes('SpaceAfter=No'),
      breaks: misc.some((feature) => /^SpacesAfter=.*\\n/u.test(feature)),
    },
  ];
}

/** The last column of the last token; a range ("3-4") that ends with the last word speaks for it. */
function lastMisc(lines: readonly string[]): readonly string[] {
  const rows = lines.filter((line) => /^\d/u.test(line)).map((line) => line.split('\t'));
  const words = rows.filter(([id = '']) => /^\d+$/u.test(id));
  const last = words.at(-1)?.[0] ?? '';
  const range = rows.find(([id = '']) => id.endsWith(`-${last}`));
  return ((range ?? words.at(-1))?.[9] ?? '').split('|');
}
