import type { CatalogueIndex } from '../../domain/catalogue.ts';
import type { ShowRelevance } from '../../domain/reading.ts';
import { belief, type RelevanceModel, type Verdict, verdictOf } from './judge.ts';
import { type Candidate, observe, type RelevanceInput } from './observe.ts';
import { signalsOf } from './signals.ts';

export const relevanceStage = { name: 'relevance', version: '4' } as const;

/** Which shows a document is about or mentions, surest first, with the signals that decided, strongest first. */
export function readRelevance(
  input: RelevanceInput,
  index: CatalogueIndex,
  model: RelevanceModel,
): readonly ShowRelevance[] {
  return observe(input, index)
    .flatMap((candidate) => relevanceOf(candidate, input.given, model) ?? [])
    .sort((a, b) => (a.relevance === b.relevance ? b.confidence - a.confidence : a.relevance === 'about' ? -1 : 1));
}

/** A document that is given to a show is about that one alone. */
function relevanceOf(
  { show, observations }: Candidate,
  given: string | undefined,
  model: RelevanceModel,
): ShowRelevance | null {
  if (given === show) {
    const says = signalsOf(observations, 'about', model);
    return { show, relevance: 'about', confidence: 1, signals: ['given with the page', ...says] };
  }
  const features = observations.flatMap((each) => each.features);
  const found = belief(model, features);
  const verdict: Verdict = given !== undefined && verdictOf(found) === 'about' ? 'mention' : verdictOf(found);
  if (verdict === 'none') return null;
  return { show, relevance: verdict, confidence: found[verdict], signals: signalsOf(observations, verdict, model) };
}
