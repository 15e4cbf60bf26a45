#!/usr/bin/env node
import { print, printError } from './commands/output.ts';
import { isRevueError } from './domain/errors.ts';

/** A command loads its own code when it is called, so that errors and help come at once. */
const commands: Readonly<
  Record<string, { readonly says: string; readonly load: () => Promise<(args: readonly string[]) => Promise<void>> }>
> = {
  start: {
    says: 'start [--port 3000] [--data DIR] [--no-demo] [--api-only]',
    load: async () => (await import('./commands/start.ts')).start,
  },
  read: {
    says: 'read FILE|URL|- [--url U] [--type T] [--show SLUG] [--published DATE] [--title T] [--fetched DATE] [--catalogue FILE|DIR] [--json], or --jsonl',
    load: async () => (await import('./commands/read.ts')).read,
  },
  explain: {
    says: 'explain FILE|URL|- [--passage N] [--document N], and what read takes: why a passage has its seasons',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  add: { says: 'add URL… [--show SLUG]', load: async () => (await import('./commands/add.ts')).add },
  import: {
    says: 'import FILE… [--show SLUG] [--published DATE]',
    load: async () => (await import('./commands/import.ts')).importFiles,
  },
  reread: { says: 'reread [--all]', load: async () => (await import('./commands/reread.ts')).reread },
  sources: {
    says: 'sources [list], add feed|sitemap|list URL, remove URL',
    load: async () => (await import('./commands/sources.ts')).sources,
  },
  timeline: {
    says: 'timeline SHOW [--season 1,2] [--lang fr,en] [--interval week]',
    load: async () => (await import('./commands/timeline.ts')).timeline,
  },
  catalogue: {
    says: 'catalogue [list], import FILE|URL [--print], check [FILE…], candidates [SHOW]',
    load: async () => (await import('./commands/catalogue.ts')).catalogue,
  },
  bench: {
    says: 'bench extraction|language|sentences|seasons|tone|copies --data DATA [--peers] [--documents N]',
    load: async () => (await import('./commands/bench.ts')).bench,
  },
  evaluate: {
    says: 'evaluate sentiment --data FILE.jsonl [--language CODE] [--json]: how well tone is read on your labelled texts',
    load: async () => (await import('./commands/evaluate.ts')).evaluate,
  },
  doctor: { says: 'doctor', load: async () => (await import('./commands/doctor.ts')).doctor },
};

const help = [
  'Revue: how each season of a series was received, and the sentences that say so.',
  '',
  ...Object.values(commands).map(({ says }) => `  revue ${says}`),
  '',
  'Commands on the store take --data DIR; --json prints one JSON value. DATABASE_URL and REDIS_URL choose servers.',
].join('\n');

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === 'help' || name === '--help' || args.includes('--help')) return print(help);
  const command = commands[name];
  if (!command) {
    process.stderr.write(`revue: There is no command "${name}"; revue help lists them. [usage]\n`);
    process.exitCode = 2;
    return;
  }
  await (await command.load())(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  printError(error);
  if (!isRevueError(error) && process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
