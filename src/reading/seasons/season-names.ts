import type { Show } from '../../domain/catalogue.ts';
import type { Expression } from './find.ts';
import { fold } from './fold.ts';
import type { Rule } from './grammar.ts';

/** Where a text is searched for the sources that count seasons their own way, in characters. */
const SEARCHED = 20_000;

/** A name that stands for one season of a show. */
export interface SeasonName {
  readonly pattern: RegExp;
  readonly season: number;
  readonly rule: Rule;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

function ruleFor(name: string, body: string): Rule {
  const pattern = new RegExp(`(?<!\\w)${body}(?!\\w)`, 'g');
  return { name, pattern, reads: 'numbers', basis: 'explicit', bare: false, fallback: false, noun: false };
}

/**
 * What a show's seasons are called beside their numbers ("Night Country"), its episodes where a text quotes them, and the
 * seasons as a source counts them that `text` names ("Part 3" where Netflix is spoken of).
 */
export function namesOfSeasons(show: Show | undefined, text: string): readonly SeasonName[] {
  const folded = fold(text.slice(0, SEARCHED));
  return (show?.seasons ?? []).flatMap(({ number: season, names = [], episodeTitles = [], numbering = [] }) => {
    const counted = numbering.filter(({ source, as }) => typeof as === 'string' && folded.includes(fold(source)));
    const rules = [
      ...names.map((name) => ruleFor('name of the season', escaped(fold(name.text)))),
      ...counted.map(({ as }) => ruleFor('name of the season', escaped(fold(String(as))))),
      ...episodeTitles.map((title) => ruleFor('title of an episode', `"\\s?${escaped(fold(title.text))}\\s?"`)),
    ];
    return rules.map((rule) => ({ pattern: rule.pattern, season, rule }));
  });
}

/** Where a passage calls seasons by name; a name is written with a capital. */
export function namedSeasons(text: string, folded: string, names: readonly SeasonName[]): readonly Expression[] {
  return names.flatMap(({ pattern, season, rule }) =>
    [...folded.matchAll(pattern)].flatMap((match): readonly Expression[] => {
      const end = match.index + match[0].length;
      const written = /^["«“\s]{0,3}[\p{Lu}\d]/u.test(text.slice(match.index, end));
      return written ? [{ start: match.index, end, rule, numbers: [season] }] : [];
    }),
  );
}
