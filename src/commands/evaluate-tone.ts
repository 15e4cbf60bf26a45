import { isRevueError, RevueError } from '../domain/errors.ts';
import { type LabelledLine, parseLabelled } from '../evaluation/labelled.ts';
import { type Numbering, type RawLabel, schemeOf } from '../evaluation/labels.ts';
import { linesOfFile, type NumberedLine } from './evaluate-file.ts';
import { createLineJudge, type Verdict } from './evaluate-judge.ts';

/** Of bad lines so many are told one by one. */
const TOLD = 20;

/** A line that cannot be used, and why. */
export interface BadLine {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** What `revue evaluate sentiment` tells. */
export interface Evaluation extends Verdict {
  /** What the numbers among the labels mean. */
  readonly numbering: Numbering;
  /** How many lines could not be used, and the first twenty of them. */
  readonly badLines: { readonly count: number; readonly first: readonly BadLine[] };
}

/**
 * Measures the reading of tone on a labelled file (JSON lines, plain or gzip), which is passed over twice: for what its
 * labels mean, then line by line. `language` is that of lines that do not say theirs; null detects it. Throws
 * `nothing-labelled`, `nothing-judged`, `labels-unclear`, and what reading the file throws (fatal).
 */
export async function evaluateTone(path: string, language: string | null): Promise<Evaluation> {
  const { labels, badLines } = await survey(path);
  const scheme = schemeOf(labels);
  const judge = await createLineJudge(scheme, language);
  for await (const line of linesOfFile(path)) {
    const labelled = usable(line);
    if (!('code' in labelled)) await judge.add(labelled);
  }
  return { ...judge.verdict(), numbering: scheme.numbering, badLines };
}

/** The labels of all lines that can be used, and the lines that cannot. */
async function survey(
  path: string,
): Promise<{ readonly labels: ReadonlySet<RawLabel>; readonly badLines: Evaluation['badLines'] }> {
  const labels = new Set<RawLabel>();
  const first: BadLine[] = [];
  let count = 0;
  for await (const line of linesOfFile(path)) {
    const found = usable(line);
    if ('code' in found) {
      count += 1;
      if (first.length < TOLD) first.push(found);
    } else for (const { label } of found.texts) labels.add(label);
  }
  if (labels.size > 0) return { labels, badLines: { count, first } };
  const why = first[0] ? ` Line ${first[0].line}: ${first[0].message}` : '';
  throw new RevueError('nothing-labelled', `${path} holds no line with a text and a label.${why}`, 'fatal');
}

function usable({ number, text }: NumberedLine): LabelledLine | BadLine {
  if (text === null) return { line: number, code: 'line-too-long', message: 'The line is longer than any text.' };
  try {
    return parseLabelled(text);
  } catch (error) {
    if (!isRevueError(error)) throw error;
    return { line: number, code: error.code, message: error.message };
  }
}
