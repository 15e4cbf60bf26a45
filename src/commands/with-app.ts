import { type App, openApp } from '../app.ts';
import { getCatalogue } from '../database/queries/catalogue.ts';
import type { GivenFacts } from '../domain/reading.ts';
import { type Arguments, configOf } from './arguments.ts';
import { knownShow } from './facts.ts';

/** Opens the store that the command line names, runs `work` on it and closes it again. */
export async function withApp<T>(parsed: Arguments, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(configOf(parsed));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Given facts with the identifier of the show that they name in any way. Throws `show-unknown` when the store has none such. */
export async function withKnownShow(app: App, given: GivenFacts): Promise<GivenFacts> {
  if (given.show === undefined) return given;
  const { catalogue } = await getCatalogue(app.database);
  return { ...given, show: knownShow(given.show, catalogue.shows) };
}
