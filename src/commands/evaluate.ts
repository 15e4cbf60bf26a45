import { isRevueError } from '../domain/errors.ts';
import { languageOf } from '../evaluation/labelled.ts';
import { parseArguments, textOption, usage } from './arguments.ts';
import { evaluationText } from './evaluate-report.ts';
import { type Evaluation, evaluateTone } from './evaluate-tone.ts';
import { print, printJson } from './output.ts';

const options = { data: { type: 'string' }, language: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `revue evaluate sentiment --data FILE.jsonl [--language CODE] [--json]`: how well tone is read on anybody's labelled texts. */
export async function evaluate(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const [subject, ...more] = parsed.positionals;
  if (subject !== 'sentiment' || more.length > 0)
    throw usage('Name what to measure: revue evaluate sentiment --data FILE.jsonl.');
  const data = textOption(parsed, 'data');
  if (data === undefined || data === '') throw usage('Name a file of labelled texts with --data.');
  const evaluation = await evaluateTone(data, languageOption(textOption(parsed, 'language')));
  tellBadLines(evaluation);
  if (parsed.values['json']) printJson(evaluation);
  else print(evaluationText(evaluation));
}

function languageOption(code: string | undefined): string | null {
  try {
    return languageOf(code);
  } catch (error) {
    throw isRevueError(error) ? usage(error.message) : error;
  }
}

/** On stderr, so that `--json` stays one value. */
function tellBadLines({ badLines: { count, first } }: Evaluation): void {
  for (const { line, code, message } of first) process.stderr.write(`revue: Line ${line}: ${message} [${code}]\n`);
  if (count > first.length) process.stderr.write(`revue: ${count - first.length} more lines cannot be used.\n`);
}
