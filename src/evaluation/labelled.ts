import { RevueError } from '../domain/errors.ts';
import { knownLabels, type RawLabel, rawLabelOf } from './labels.ts';

/** A text with its label as the file writes it. */
export interface LabelledText {
  readonly text: string;
  readonly label: RawLabel;
}

/** What one line of a labelled file holds: one text, or the sentences of one document in order. */
export interface LabelledLine {
  readonly texts: readonly LabelledText[];
  /** Whether the texts are the sentences of one document. */
  readonly isDocument: boolean;
  readonly title: string | null;
  /** Two or three letters, such as `fr`; null when the line does not say. */
  readonly language: string | null;
  /** `review`, `news` … as the line says it; null when it does not. */
  readonly kind: string | null;
}

type Values = Readonly<Record<string, unknown>>;
const TEXT = ['text', 't'];
const LABEL = ['label', 'tone', 'sentiment', 'y'];
const LANGUAGE = ['language', 'lang'];

/**
 * Reads one line of JSON: `{text|t, label|tone|sentiment|y, language|lang?, kind?, title?}`, or a document
 * `{sentences: [{text, tone}], …}`. Throws `line-invalid`, `text-missing`, `label-missing`, `label-unknown` or
 * `language-invalid` (quarantine); a document with one bad sentence is bad as a whole.
 */
export function parseLabelled(line: string): LabelledLine {
  const values = objectOf(line);
  const { sentences, title, kind } = values;
  const isDocument = Array.isArray(sentences);
  const texts = isDocument ? sentences.map(sentenceOf) : [labelledOf(values, 'The line')];
  if (texts.length === 0) throw bad('text-missing', 'The document has no sentences.');
  return {
    texts,
    isDocument,
    title: typeof title === 'string' && title !== '' ? title : null,
    language: languageOf(first(values, LANGUAGE)),
    kind: typeof kind === 'string' ? kind.trim().toLowerCase() : null,
  };
}

/** The language of a code such as `fr-CA` or `FRA`; null for none. Throws `language-invalid` (quarantine) for what is no code. */
export function languageOf(code: unknown): string | null {
  if (code === undefined || code === null || code === '') return null;
  try {
    if (typeof code === 'string') return new Intl.Locale(code.trim().replaceAll('_', '-')).language;
  } catch {
    // No code: told below.
  }
  throw bad('language-invalid', `${shown(code)} is no code of a language; write it as in "fr".`);
}

function objectOf(line: string): Values {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new RevueError('line-invalid', 'The line is not JSON.', 'quarantine', { cause });
  }
  if (isObject(value)) return value;
  throw bad('line-invalid', 'The line is not an object such as {"text": "…", "label": "positive"}.');
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sentenceOf(value: unknown, at: number): LabelledText {
  if (isObject(value)) return labelledOf(value, `Sentence ${at + 1}`);
  throw bad('line-invalid', `Sentence ${at + 1} is not an object with a text and a label.`);
}

function labelledOf(values: Values, what: string): LabelledText {
  const text = first(values, TEXT);
  if (typeof text !== 'string' || text.trim() === '')
    throw bad('text-missing', `${what} has no text under ${or(TEXT)}.`);
  const value = first(values, LABEL);
  if (value === undefined || value === null) throw bad('label-missing', `${what} has no label under ${or(LABEL)}.`);
  const label = rawLabelOf(value);
  if (label === null)
    throw bad('label-unknown', `${what} has the label ${shown(value)}, which is none of ${knownLabels.join(', ')}.`);
  return { text: text.normalize('NFC'), label };
}

const first = (values: Values, names: readonly string[]): unknown =>
  names.map((name) => values[name]).find((value) => value !== undefined && value !== null);

const or = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const bad = (code: string, message: string): RevueError => new RevueError(code, message, 'quarantine');
