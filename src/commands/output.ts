import { isRevueError } from '../domain/errors.ts';

/** Prints one JSON value on stdout, and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : 0)}\n`);
}

/** Prints a line for people on stdout. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints why a command failed on stderr: one paragraph with its code, never a stack trace. */
export function printError(error: unknown): void {
  const code = isRevueError(error) ? error.code : 'internal';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`revue: ${message} [${code}]\n`);
}

/** Rows as a table of left-aligned columns, wide enough for their cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A tone as people read it: `+0.42 positive`, `–` for none. */
export const toneText = (tone: { readonly score: number; readonly label: string } | null): string =>
  tone === null ? '–' : `${signed(tone.score)} ${tone.label}`;

/** A number in [−1, 1] with its sign and two decimals. */
export const signed = (score: number): string =>
  `${score > 0 ? '+' : score < 0 ? '−' : ''}${Math.abs(score).toFixed(2)}`;
