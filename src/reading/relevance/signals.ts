import { weightOf } from '../../domain/weights.ts';
import type { RelevanceModel, Verdict } from './judge.ts';
import type { Observation } from './observation.ts';
import says from './says.json' with { type: 'json' };

/** Observations that weigh less than this (logits) are not told. */
const TELLING = 0.1;

const templates: Readonly<Record<string, string>> = says;

/** What decided, in words, strongest first: what speaks for the verdict as well as against it. */
export function signalsOf(
  observations: readonly Observation[],
  verdict: Exclude<Verdict, 'none'>,
  model: RelevanceModel,
): readonly string[] {
  const told = observations
    .flatMap(({ key, said, features }) => {
      const template = templates[key];
      if (template === undefined) return [];
      const [about, mention] = weightOf(model, features);
      const effect = verdict === 'about' ? about - mention / 2 : mention - about / 2;
      return [{ words: template.replace('{}', () => said), strength: Math.abs(effect) }];
    })
    .sort((a, b) => b.strength - a.strength);
  const [first, ...rest] = told;
  return first ? [first, ...rest.filter(({ strength }) => strength >= TELLING)].map(({ words }) => words) : [];
}
