import type { CatalogueIndex, NameHit, Show, ShowId } from '../../domain/catalogue.ts';
import type { Attribution } from '../../domain/reading.ts';
import { type PassageNames, titlesIn } from './binding.ts';
import { carried, NO_THREAD, speaksOfAnother, type Thread, threadFrom } from './carry.ts';
import { fold } from './fold.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import type { SeasonInput, SeasonPassage } from './input.ts';
import { type DocumentContext, type Findings, readPassage } from './passage.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { seasonsOfTitle } from './title-season.ts';

export type { SeasonInput, SeasonPassage } from './input.ts';

/** Name and version of the stage, stored with what it reads. */
export const seasonsStage = { name: 'seasons', version: '1' } as const;

/** A sentence is read up to here, in characters; what is longer is no sentence. */
const LONGEST_PASSAGE = 4000;
/** A title is read up to here, in characters. */
const LONGEST_TITLE = 400;
/** How many passages back a season may be named for "the fourth" to be understood. */
const NEARBY = 9;

const NO_TIMELINE: Timeline = { latest: null, current: null, highest: 0, ended: false };

/** The language that most of the document is written in. */
function mainLanguage(passages: readonly SeasonPassage[]): string {
  const lengths = new Map<string, number>();
  for (const { language, start, end } of passages) lengths.set(language, (lengths.get(language) ?? 0) + end - start);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
}

interface Frame extends Omit<DocumentContext, 'spoken'> {
  /** The title speaks of seasons, or the page is one of a season. */
  readonly titled: boolean;
  readonly ownWords: ReadonlySet<string>;
}

/** Words that name the show by themselves in "la saison 4 du Bureau". */
function wordsOfTitles(show: Show | undefined): ReadonlySet<string> {
  const titles = show === undefined ? [] : [show.title, ...show.titles.map(({ text }) => text)];
  return new Set(titles.flatMap((title) => fold(title).match(/[a-z]{4,40}/g) ?? []));
}

function timelines(input: SeasonInput, index: CatalogueIndex): (show: ShowId) => Timeline {
  const known = new Map<ShowId, Timeline>();
  return (id) => {
    const show = index.shows.get(id);
    const timeline =
      known.get(id) ?? (show === undefined ? NO_TIMELINE : timelineOf(show, input.published, input.market));
    known.set(id, timeline);
    return timeline;
  };
}

function frameOf(input: SeasonInput, index: CatalogueIndex, grammar: Grammar): Frame {
  const { show, title } = input;
  const ownWords = wordsOfTitles(show === null ? undefined : index.shows.get(show));
  const titled =
    title === null || show === null
      ? []
      : seasonsOfTitle(title.slice(0, LONGEST_TITLE), show, grammar, index, ownWords);
  const own = input.documentSeason ?? (titled.length === 1 ? (titled[0] ?? null) : null);
  return { show, own, timelineOf: timelines(input, index), titled: titled.length > 0 || own !== null, ownWords };
}

/** The name matches of each passage, found in one walk over both sorted lists. */
function hitsByPassage(input: SeasonInput): readonly (readonly NameHit[])[] {
  let next = 0;
  return input.passages.map((passage) => {
    while ((input.hits[next]?.end ?? Infinity) <= passage.start) next++;
    const own: NameHit[] = [];
    for (let i = next; (input.hits[i]?.start ?? Infinity) < passage.end; i++) {
      const hit = input.hits[i];
      if (hit !== undefined && hit.start >= passage.start && hit.end <= passage.end) own.push(hit);
    }
    return own;
  });
}

function namesOf(
  input: SeasonInput,
  passage: SeasonPassage,
  hits: readonly NameHit[],
  ownWords: ReadonlySet<string>,
): PassageNames {
  const text = input.text.slice(passage.start, Math.min(passage.end, passage.start + LONGEST_PASSAGE));
  const names = hits.map((hit) => ({ start: hit.start - passage.start, end: hit.end - passage.start }));
  return { text, folded: fold(text), titles: titlesIn(hits, passage.start, input.show), names, ownWords };
}

/** The document's own season, where the words of a passage leave room for it. */
function fromDocument(
  findings: Findings,
  names: PassageNames,
  { show, own }: Frame,
  grammar: Grammar,
): readonly Attribution[] {
  if (show === null || own === null) return [];
  const { attributions, speaksOfSeasons } = findings;
  if (attributions.some(({ relation, season }) => relation !== 'background' || season === own)) return [];
  if (attributions.length === 0 && (speaksOfSeasons || speaksOfAnother(names, show, grammar))) return [];
  return [{ show, season: own, relation: 'about', basis: 'document', evidence: '' }];
}

/** What reading one passage leaves behind for the next ones. */
interface Memory {
  readonly thread: Thread;
  readonly spoken: number | null;
  /** The last passage that named a season; the title counts as the one before the first. */
  readonly lastNamed: number;
}

function remember(memory: Memory, named: readonly Attribution[], heir: Attribution | null, at: number): Memory {
  if (named.length === 0) {
    const { thread } = memory;
    return { ...memory, thread: heir === null ? NO_THREAD : { ...thread, length: thread.length + 1 } };
  }
  const thread = threadFrom(named);
  const spoken = thread.topic?.relation === 'about' ? thread.topic.season : memory.spoken;
  return { thread, spoken, lastNamed: at };
}

/**
 * Attributes every passage of a document to seasons, one list per passage: what its words name, else the season carried
 * over from the sentence before, else the document's own. The order of the steps is the method: see `findExpressions`
 * (traps, expressions), `bind`, `resolve`, `relationOf`, `carried`.
 */
export function readSeasons(input: SeasonInput, index: CatalogueIndex): readonly (readonly Attribution[])[] {
  const main = grammarOf(mainLanguage(input.passages)) ?? grammarOf('und');
  if (main === null) return input.passages.map(() => []);
  const frame = frameOf(input, index, main);
  const hits = hitsByPassage(input);
  const alone = input.passages.length === 1 && frame.own === null;
  const current = frame.show === null ? null : frame.timelineOf(frame.show).current;
  let memory: Memory = { thread: NO_THREAD, spoken: null, lastNamed: frame.titled ? -1 : Number.NEGATIVE_INFINITY };
  return input.passages.map((passage, at) => {
    const grammar = passage.language === 'und' ? main : (grammarOf(passage.language) ?? main);
    const names = namesOf(input, passage, hits[at] ?? [], frame.ownWords);
    const seasonNearby = frame.own !== null || at - memory.lastNamed <= NEARBY;
    const around = { seasonNearby, alone, current };
    const findings = readPassage(names, grammar, around, { ...frame, spoken: memory.spoken });
    const heir = findings.speaksOfSeasons ? null : carried(names, memory.thread, grammar);
    memory = remember(memory, findings.attributions, heir, at);
    return heir === null ? [...findings.attributions, ...fromDocument(findings, names, frame, grammar)] : [heir];
  });
}
