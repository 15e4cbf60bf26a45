import type { CatalogueIndex, ShowId } from '../../domain/catalogue.ts';
import { bind, titlesIn } from './binding.ts';
import { type Expression, findExpressions } from './find.ts';
import { fold } from './fold.ts';
import type { Grammar } from './grammar.ts';
import { numberedTitles } from './numbered-titles.ts';
import { type Anchor, resolve } from './resolve.ts';
import { namedSeasons, type SeasonName } from './season-names.ts';
import type { Timeline } from './timeline.ts';

const OUTRIGHT: ReadonlySet<string> = new Set(['numbers', 'span', 'upTo', 'one', 'two', 'year']);

/** What is known of the show of a title. */
export interface TitleContext {
  /** Folded words of its titles. */
  readonly ownWords: ReadonlySet<string>;
  readonly timeline: Timeline;
  readonly seasonNames: readonly SeasonName[];
}

/**
 * The seasons of the document's show that its title names outright. Words that name no season by themselves ("the
 * fourth") count where no others do, when they agree with what was shown at that date.
 */
export function seasonsOfTitle(
  title: string,
  show: ShowId,
  grammar: Grammar,
  index: CatalogueIndex,
  { ownWords, timeline, seasonNames }: TitleContext,
): readonly number[] {
  const hits = index.scan(title);
  const names = { text: title, folded: fold(title), titles: titlesIn(hits, 0, show), names: hits, ownWords };
  const anchor: Anchor = { timeline, current: timeline.current, own: null, topic: null, beside: [] };
  const isOwn = (expression: Expression): boolean => {
    const binding = bind(expression, names, grammar, show);
    return binding.kind === 'none' || (binding.kind === 'show' && binding.show === show);
  };
  const numbered = numberedTitles(
    names.folded,
    names.titles.filter((each) => each.show === show),
    grammar,
  );
  const found = findExpressions(names.folded, grammar).filter(({ rule }) => OUTRIGHT.has(rule.reads));
  const named = namedSeasons(title, names.folded, seasonNames);
  const sure = [...numbered, ...named, ...found.filter((each) => !each.rule.bare && isOwn(each))];
  const seasons = sure.flatMap((each) => resolve(each, anchor));
  if (seasons.length > 0) return [...new Set(seasons)];
  return found
    .filter(isOwn)
    .flatMap(({ numbers }) => numbers.slice(0, 1).filter((number) => number === timeline.current));
}
