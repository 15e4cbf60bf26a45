import type { CatalogueIndex } from '../../domain/catalogue.ts';
import type { Attribution } from '../../domain/reading.ts';
import type { SeasonInput } from './input.ts';
import type { DocumentContext } from './passage.ts';
import type { Prepared } from './prepared.ts';
import type { Memory } from './topic.ts';

/** What the stage had before it when it read one passage, and what it concluded: for explanations. */
export interface Seen {
  readonly input: SeasonInput;
  readonly index: CatalogueIndex;
  readonly passage: Prepared;
  readonly context: DocumentContext;
  /** What the sentences before had left behind. */
  readonly memory: Memory;
  /** The title speaks of seasons, or the page is one of a season. */
  readonly titled: boolean;
  readonly attributions: readonly Attribution[];
}
