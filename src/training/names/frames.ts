import type { NameType, TaggerLanguage } from '../../reading/entities/tagger/model.ts';
import { type LabelledText, textOf } from './corpus.ts';
import frames from './frames.json' with { type: 'json' };

const types: Readonly<Record<string, NameType>> = {
  p: 'person',
  c: 'character',
  o: 'organisation',
  l: 'place',
  w: 'work',
};

/** Short invented texts of the kinds that a desk prints (casts, trade notes, obituaries, ratings), with their names. */
export const framesOf = (language: TaggerLanguage): readonly LabelledText[] =>
  frames[language].map((marked) => textOf(marked.split('\n').map(unmarked)));

/** A sentence with its names, from one in which names stand as `[p Paul Durand]`. */
function unmarked(marked: string): Parameters<typeof textOf>[0][number] {
  const mentions: { start: number; end: number; type: string }[] = [];
  let text = '';
  let read = 0;
  for (const { 0: mark, 1: letter = '', 2: name = '', index } of marked.matchAll(/\[([pcolw]) ([^\]]{1,60})\]/gu)) {
    text += marked.slice(read, index);
    mentions.push({ start: text.length, end: text.length + name.length, type: types[letter] ?? 'person' });
    text += name;
    read = index + mark.length;
  }
  return { text: text + marked.slice(read), mentions };
}
