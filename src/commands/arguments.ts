import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { RevueError } from '../domain/errors.ts';

/** What stands on the command line after the command's name. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** Options of every command that works on the store. */
export const storeOptions = { data: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Options of every command that reads one page: what it is, and facts that win over what it says of itself. */
export const pageOptions = {
  url: { type: 'string' },
  type: { type: 'string' },
  show: { type: 'string' },
  published: { type: 'string' },
  title: { type: 'string' },
  lang: { type: 'string' },
  fetched: { type: 'string' },
  catalogue: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Parses options; throws `usage` (fatal) for an unknown one, with what the command accepts. */
export function parseArguments(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as Arguments['values'], positionals };
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw usage(`${why}. Options: ${names.join(', ')}.`);
  }
}

/** A mistake on the command line. */
export const usage = (message: string): RevueError => new RevueError('usage', message, 'fatal');

/** The configuration with what the command line says of it. */
export function configOf({ values }: Arguments): Config {
  const { data, port, host } = values;
  return readConfig(process.env, {
    ...(typeof data === 'string' ? { DATA_DIR: data } : {}),
    ...(typeof host === 'string' ? { HOST: host } : {}),
    ...(typeof port === 'string' ? { PORT: /^\d+$/u.test(port) ? Number(port) : (port as unknown as number) } : {}),
  });
}

/** The value of a text option; undefined when it is not given. */
export function textOption({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
