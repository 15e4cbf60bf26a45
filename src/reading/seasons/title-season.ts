import type { CatalogueIndex, ShowId } from '../../domain/catalogue.ts';
import { bind, titlesIn } from './binding.ts';
import { findExpressions } from './find.ts';
import { fold } from './fold.ts';
import type { Grammar } from './grammar.ts';
import { span } from './numbers.ts';

const SURE: ReadonlySet<string> = new Set(['numbers', 'span', 'upTo', 'one', 'two']);

/** The seasons of the document's show that its title names outright. */
export function seasonsOfTitle(
  title: string,
  show: ShowId,
  grammar: Grammar,
  index: CatalogueIndex,
  ownWords: ReadonlySet<string>,
): readonly number[] {
  const hits = index.scan(title);
  const names = { text: title, folded: fold(title), titles: titlesIn(hits, 0, show), names: hits, ownWords };
  const found = findExpressions(names.folded, grammar, { seasonNearby: false, alone: false, current: null });
  const seasons = found.flatMap((expression) => {
    if (!SURE.has(expression.rule.reads)) return [];
    const binding = bind(expression, names, grammar);
    if (binding.kind === 'unknown' || (binding.kind === 'show' && binding.show !== show)) return [];
    if (expression.rule.reads === 'one') return [1];
    if (expression.rule.reads === 'two') return [2];
    const last = expression.numbers.at(-1) ?? 0;
    if (expression.rule.reads === 'upTo') return span(1, last);
    return expression.rule.reads === 'span' ? span(expression.numbers[0] ?? 1, last) : expression.numbers;
  });
  return [...new Set(seasons)];
}
