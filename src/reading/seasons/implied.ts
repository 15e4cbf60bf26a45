import type { Attribution } from '../../domain/reading.ts';
import { isLikeness, type PassageNames } from './binding.ts';
import type { Frame } from './frame.ts';
import type { Grammar } from './grammar.ts';
import { impliedFeatures } from './implied-features.ts';
import type { Standing } from './named-features.ts';
import type { Prepared } from './prepared.ts';
import { impliedBy, type Memory } from './topic.ts';

/** True when a passage speaks of another show than `show`, other than to liken. */
export function speaksOfAnother(names: PassageNames, show: string | null, grammar: Grammar): boolean {
  const others = names.titles.filter((title) => title.show !== show && !isLikeness(names.folded, title, grammar));
  return others.length > 0 && !names.titles.some((title) => title.show === show);
}

/** The season that a passage which names none goes on about, if the judge says so. */
export function goesOnAbout(
  passage: Prepared,
  frame: Frame,
  memory: Memory,
  standing: Standing,
  named: readonly Attribution[],
  count: number,
): readonly Attribution[] {
  const { show } = frame;
  const { names, observed, grammar, at } = passage;
  if (show === null || speaksOfAnother(names, show, grammar)) return [];
  const place = {
    at,
    count,
    names: names.names.length,
    otherTitles: names.titles.filter((title) => title.show !== show).length,
    last: memory.last,
  };
  for (const implied of impliedBy(memory, frame.own, named)) {
    const features = impliedFeatures(implied, observed, place, standing);
    const seasons = [implied.season];
    const verdict = frame.judge({ kind: 'implied', passage: at, show, seasons, features, origin: { implied } });
    if (verdict === 'none') continue;
    const basis = implied.source === 'text' ? 'carried' : 'document';
    return [{ show, season: implied.season, relation: verdict, basis, evidence: '' }];
  }
  return [];
}

/** The document's own season, for a passage that says nothing of seasons. */
export function fromDocument({ names, grammar }: Prepared, { show, own }: Frame): readonly Attribution[] {
  if (show === null || own === null || speaksOfAnother(names, show, grammar)) return [];
  return [{ show, season: own, relation: 'about', basis: 'document', evidence: '' }];
}
