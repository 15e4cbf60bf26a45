import type { NameModel, NameModels, NameType } from './model.ts';
import { prepare } from './sentence.ts';
import { findSpans } from './spans.ts';
import { tokenise } from './tokens.ts';
import { typeSpans } from './types.ts';

/** A name that the tagger believes in; offsets are UTF-16 in the document's text. */
export interface TaggedName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  /** The calibrated probability in [0, 1] that both the borders and the type are right. */
  readonly confidence: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The names of a document, known or not, in the order of the text and without overlaps. Passages are [start, end) in the
 * text, in order; `language` is BCP 47. None in a language without a model. Callers keep those above a confidence that
 * they choose; how often each confidence is right stands in models/PROVENANCE.md.
 */
export function readNames(
  text: string,
  passages: readonly Range[],
  language: string,
  models: NameModels,
): readonly TaggedName[] {
  const model = modelFor(language, models);
  if (!model) return [];
  return tagNames(text, passages, model).map(({ start, end, type, margin, odds }) => ({
    start,
    end,
    type,
    confidence: chance(model.fit, margin, odds),
  }));
}

/** A name with what its confidence is made of: see `Span.margin` and `TypedSpan.odds`. */
export interface RawName extends Omit<TaggedName, 'confidence'> {
  readonly margin: number;
  readonly odds: number;
}

/** As `readNames`, by one model that may lack its fit. */
export function tagNames(text: string, passages: readonly Range[], model: Omit<NameModel, 'fit'>): readonly RawName[] {
  const tokens = tokenise(text, passages);
  const document = prepare(tokens, model.known);
  const spans = findSpans(document, model);
  return typeSpans(document, spans, model).flatMap(({ from, to, type, odds, margin }) =>
    type === null ? [] : [{ start: tokens.starts[from] ?? 0, end: tokens.ends[to - 1] ?? 0, type, margin, odds }],
  );
}

function modelFor(language: string, models: NameModels): NameModel | undefined {
  const [base] = language.split('-', 1);
  return base === 'fr' || base === 'en' ? models[base] : undefined;
}

/** Log odds say no more beyond this. */
const MOST = 20;

/** The probability that a span and its type are right, by the fitted weights of what `signsOf` makes of margin and odds. */
export function chance([byMargin, byOdds, bias]: NameModel['fit'], margin: number, odds: number): number {
  const [a, b] = signsOf(margin, odds);
  return 1 / (1 + Math.exp(-(byMargin * a + byOdds * b + bias)));
}

/** What the fitted weights are applied to: margins by their logarithm, since their unit is that of the perceptron. */
export const signsOf = (margin: number, odds: number): readonly [number, number] => [
  Math.log1p(Math.max(0, margin)),
  Math.max(-MOST, Math.min(MOST, odds)),
];
