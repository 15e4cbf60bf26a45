import messages from './messages.json' with { type: 'json' };

/** A `fault` must be mended before the file is used; `advice` is worth a look. */
export type Level = 'fault' | 'advice';

/** What was found in a line (from 1) of a file, as a sentence without its full stop. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly level: Level;
  readonly says: string;
}

/** Where in a file's value something stands: keys and positions from the outside in. */
export type Path = readonly (string | number)[];

/** A finding before its place is turned into a line. */
export interface Note {
  readonly path: Path;
  readonly level: Level;
  readonly says: string;
}

export type Sentence = keyof typeof messages.sentences;

/** A sentence of messages.json with its blanks filled. */
export const say = (sentence: Sentence, values: Readonly<Record<string, string | number>> = {}): string =>
  messages.sentences[sentence].replace(/\{(\w{1,20})\}/gu, (blank, name: string) => String(values[name] ?? blank));

/** A fault at a path. */
export const fault = (
  path: Path,
  sentence: Sentence,
  values: Readonly<Record<string, string | number>> = {},
): Note => ({
  path,
  level: 'fault',
  says: say(sentence, values),
});

/** An advice at a path. */
export const advice = (
  path: Path,
  sentence: Sentence,
  values: Readonly<Record<string, string | number>> = {},
): Note => ({
  ...fault(path, sentence, values),
  level: 'advice',
});

/** `file:line: sentence`, as compilers write it. */
export const findingText = ({ file, line, level, says }: Finding): string =>
  `${file}:${line}: ${level === 'advice' ? 'advice: ' : ''}${says}`;
