import { belief } from '../../domain/weights.ts';
import source from './explain-reasons.json' with { type: 'json' };
import { type Belief, type Question, type SeasonModel, type Verdict } from './judge.ts';
import type { Prepared } from './prepared.ts';

/** One observation in plain words. `strength` is what it adds to the log-odds of the verdict; below 0 it speaks against. */
export interface Reason {
  readonly says: string;
  readonly strength: number;
}

interface ReasonSource {
  readonly match: string;
  readonly says: string;
  /** Fills `{of}` in what `says` stands for. */
  readonly of?: string;
  /** Observations of one group are told as one, in the words of the strongest. */
  readonly group?: string;
}

const vocabulary = source.vocabulary as Readonly<Record<string, Readonly<Record<string, string>>>>;
const places = new Map(Object.entries(source.places));
const reasons = (source.reasons as readonly ReasonSource[]).map((each) => ({
  ...each,
  pattern: new RegExp(
    `^(?:${each.match.replace(/\{([A-Z])\}/g, (whole, name: string) => places.get(name) ?? whole)})$`,
  ),
}));

/** A folded word or its beginning as the passage writes it. */
function written(word: string, { names, observed }: Prepared): string {
  const found =
    observed.words.find(({ text }) => text === word) ?? observed.words.find(({ text }) => text.startsWith(word));
  return found === undefined ? word : names.text.slice(found.start, found.end);
}

/**
 * Fills `{1}` (what the pattern caught), `{word:1}` (as the passage writes it), `{evidence}` and `{list:1}` (an entry of
 * the vocabulary); null when the vocabulary has no such entry.
 */
function filled(template: string, match: RegExpExecArray, evidence: string, passage: Prepared): string | null {
  let missing = false;
  const text = template.replace(/\{(?:(\w+):)?(\w+)\}/g, (whole, list: string | undefined, key: string) => {
    if (key === 'evidence') return evidence;
    const caught = match[Number(key)];
    if (caught === undefined) return whole;
    if (list === undefined) return caught;
    if (list === 'word') return written(caught, passage);
    const entry = vocabulary[list]?.[caught];
    missing ||= entry === undefined;
    return entry ?? whole;
  });
  return missing ? null : text;
}

/** What an observation says in plain words, and the group that it is told with; null when no words are known for it. */
export function wordsFor(
  feature: string,
  evidence: string,
  passage: Prepared,
): { readonly says: string; readonly group: string } | null {
  for (const { pattern, says, of = '', group } of reasons) {
    const match = pattern.exec(feature);
    if (match === null) continue;
    const [main, object] = [filled(says, match, evidence, passage), filled(of, match, evidence, passage)];
    if (main === null || object === null) return null;
    const text = main.replace('{of}', object);
    return { says: text, group: group ?? text };
  }
  return null;
}

/** The change of the verdict's log-odds that weights bring, to first order: its own less those of the others by their shares. */
function towards(verdict: Verdict, [none, about, background]: Belief, [a, b]: readonly [number, number]): number {
  if (verdict === 'about') return a - (background * b) / Math.max(none + background, Number.EPSILON);
  if (verdict === 'background') return b - (about * a) / Math.max(none + about, Number.EPSILON);
  return -(about * a + background * b) / Math.max(about + background, Number.EPSILON);
}

/** Why a question was answered as it was, strongest observation first, those of one group added up. */
export function reasonsFor(
  { features, origin }: Question,
  verdict: Verdict,
  model: SeasonModel,
  passage: Prepared,
): readonly Reason[] {
  const beliefs = belief(model, features);
  const evidence =
    'expression' in origin ? passage.names.text.slice(origin.expression.start, origin.expression.end) : '';
  const groups = new Map<string, { readonly says: string; readonly most: number; readonly strength: number }>();
  for (const feature of features) {
    const weights = model.get(feature);
    const words = weights === undefined ? null : wordsFor(feature, evidence, passage);
    if (weights === undefined || words === null) continue;
    const own = towards(verdict, beliefs, weights);
    const known = groups.get(words.group);
    const leads = known === undefined || Math.abs(own) > known.most;
    groups.set(words.group, {
      says: leads ? words.says : known.says,
      most: leads ? Math.abs(own) : known.most,
      strength: own + (known?.strength ?? 0),
    });
  }
  return [...groups.values()]
    .map(({ says, strength }) => ({ says, strength }))
    .sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength));
}
