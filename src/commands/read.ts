import { pageOptions, parseArguments, textOption } from './arguments.ts';

const options = { ...pageOptions, jsonl: { type: 'boolean' } } as const;

/** `revue read FILE|URL|-`, `revue read --jsonl`: pages to readings, without a database. Each loads only what it needs: lines are read in little memory. */
export async function read(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  if (parsed.values['jsonl']) {
    const { readLines } = await import('./read-lines.ts');
    return await readLines(process.stdin, process.stdout, textOption(parsed, 'catalogue') ?? null);
  }
  const { readOne } = await import('./read-one.ts');
  await readOne(parsed);
}
