import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type NameType, nameTypes, type TaggerLanguage } from '../../reading/entities/tagger/model.ts';

/** A name that somebody labelled; offsets count from the start of the document's text. */
export interface LabelledName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

/** A text with its names; passages are its sentences. */
export interface LabelledText {
  readonly text: string;
  readonly passages: readonly { readonly start: number; readonly end: number }[];
  readonly names: readonly LabelledName[];
}

/** A labelled document with its author. */
export interface PressText extends LabelledText {
  readonly author: string;
  readonly show: string;
}

interface Line {
  readonly lang: string;
  readonly show: string;
  readonly sentences: readonly {
    readonly text: string;
    readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  }[];
}

const isNameType = (type: string): type is NameType => (nameTypes as readonly string[]).includes(type);

/** Joins labelled sentences to a text, a line each. */
export function textOf(sentences: Line['sentences']): LabelledText {
  let at = 0;
  const placed = sentences.map((sentence) => {
    const start = at;
    at += sentence.text.length + 1;
    return { ...sentence, at: start };
  });
  return {
    text: sentences.map(({ text }) => text).join('\n'),
    passages: placed.map(({ at: start, text }) => ({ start, end: start + text.length })),
    names: placed.flatMap(({ at: from, mentions }) =>
      mentions.flatMap(({ start, end, type }) =>
        isNameType(type) ? [{ start: from + start, end: from + end, type }] : [],
      ),
    ),
  };
}

/** Files of labelled documents in a directory, in order; those set aside to measure on are none of them. */
export const labelledFiles = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl') && !name.includes('-aside'))
    .sort()
    .map((name) => join(directory, name));

/** Labelled documents of one language, in the order of the directories and their files; a file is an author. */
export function pressTexts(directories: readonly string[], language: TaggerLanguage): readonly PressText[] {
  return directories.flatMap(labelledFiles).flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
      .filter(({ lang }) => lang === language)
      .map(({ show, sentences }) => ({ ...textOf(sentences), author: basename(file, '.jsonl'), show })),
  );
}
