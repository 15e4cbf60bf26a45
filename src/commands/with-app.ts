import { type App, openApp } from '../app.ts';
import { getCatalogue } from '../database/queries/catalogue.ts';
import type { GivenFacts } from '../domain/reading.ts';
import { type Arguments, configOf } from './arguments.ts';
import { unknownShow } from './facts.ts';

/** Opens the store that the command line names, runs `work` on it and closes it again. */
export async function withApp<T>(parsed: Arguments, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(configOf(parsed));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Throws `show-unknown` when given facts name a show that the stored catalogue does not hold. */
export async function checkShow(app: App, { show }: Pick<GivenFacts, 'show'>): Promise<void> {
  if (show === undefined) return;
  const { catalogue } = await getCatalogue(app.database);
  if (!catalogue.shows.some(({ id }) => id === show))
    throw unknownShow(
      show,
      catalogue.shows.map(({ id }) => id),
    );
}
