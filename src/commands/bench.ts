import { benchExtraction } from '../bench/extraction.ts';
import { paths } from '../paths.ts';
import { createExtractTools } from '../tools.ts';
import { parseArguments, textOption, usage } from './arguments.ts';
import { printJson } from './output.ts';

const options = { data: { type: 'string' }, peers: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** `revue bench extraction --data DIR [--peers]`: the figures of extraction on labelled pages, as JSON. */
export async function bench(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const data = textOption(parsed, 'data');
  const [subject, ...more] = parsed.positionals;
  if (subject !== 'extraction' || more.length > 0)
    throw usage('Name what to measure: revue bench extraction --data DIR.');
  if (data === undefined) throw usage('Name the directory of labelled pages with --data DIR.');
  printJson(await benchExtraction(data, createExtractTools(paths.models), parsed.values['peers'] === true));
}
