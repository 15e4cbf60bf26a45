import type { CatalogueIndex } from '../../domain/catalogue.ts';
import type { Attribution } from '../../domain/reading.ts';
import { type Frame, frameOf } from './frame.ts';
import { grammarOf } from './grammar.ts';
import { fromDocument, goesOnAbout } from './implied.ts';
import type { SeasonInput, SeasonPassage } from './input.ts';
import type { Judge } from './judge.ts';
import type { Standing } from './named-features.ts';
import { readPassage } from './passage.ts';
import { mainSeason, prepare } from './prepared.ts';
import { NO_TIMELINE } from './timeline.ts';
import { beginning, type Memory, remember } from './topic.ts';

export type { SeasonInput, SeasonPassage } from './input.ts';

/** Name and version of the stage, stored with what it reads. */
export const seasonsStage = { name: 'seasons', version: '2' } as const;

/** The language that most of the document is written in. */
function mainLanguage(passages: readonly SeasonPassage[]): string {
  const lengths = new Map<string, number>();
  for (const { language, start, end } of passages) lengths.set(language, (lengths.get(language) ?? 0) + end - start);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
}

function standingOf(frame: Frame, memory: Memory, main: number | null): Standing {
  const timeline = frame.show === null ? NO_TIMELINE : frame.timelineOf(frame.show);
  const { current, highest, phase } = timeline;
  return { own: frame.own, current, phase, topic: memory.topic, highest, sinceNamed: memory.sinceNamed, main };
}

/**
 * Attributes every passage of a document to seasons, one list per passage: what its words name, else the season that it
 * goes on about, else the document's own. The grammar finds what may name a season, `bind` and `resolve` say which one,
 * `judge` whether the passage is about it: see docs/seasons.md.
 */
export function readSeasons(
  input: SeasonInput,
  index: CatalogueIndex,
  judge: Judge,
): readonly (readonly Attribution[])[] {
  const main = grammarOf(mainLanguage(input.passages)) ?? grammarOf('und');
  if (main === null) return input.passages.map(() => []);
  const frame = frameOf(input, index, main, judge);
  const passages = prepare(input, main, frame.ownWords);
  const most = mainSeason(passages);
  let memory = beginning(frame.titled);
  return passages.map((passage) => {
    const standing = standingOf(frame, memory, most);
    const context = { ...frame, standing };
    const said = readPassage(passage, context);
    const named = said.filter(({ relation }) => relation !== 'other-show');
    const settled = said.some(({ relation }) => relation !== 'background');
    const implied = settled ? [] : goesOnAbout(passage, frame, memory, standing, named, passages.length);
    const all = [...said, ...implied];
    const attributions = all.length > 0 ? all : fromDocument(passage, frame);
    judge.watch?.({ input, index, passage, context, memory, titled: frame.titled, attributions });
    memory = remember(memory, named, implied);
    return attributions;
  });
}
