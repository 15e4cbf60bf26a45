import { kinOf } from './kin.ts';
import { type NameModel, type NameType, nameTypes } from './model.ts';
import { agreePairs } from './pairs.ts';
import type { Prepared } from './sentence.ts';
import type { Span } from './spans.ts';
import { placed, typeFeatures } from './type-features.ts';

/** Columns of the table of types: the types of names, then "no name". */
export const TYPES = nameTypes.length + 1;

/** What a span is most likely, or null where it is rather no name; `odds` are the log odds of that type. */
export interface TypedSpan extends Span {
  readonly type: NameType | null;
  readonly odds: number;
}

/** Tells what each span of a document is: by its own place first, then with the votes of the document's other mentions of the name. */
export function typeSpans(
  document: Prepared,
  spans: readonly Span[],
  { types, votes }: Pick<NameModel, 'types' | 'votes'>,
): readonly TypedSpan[] {
  const kin = kinOf(document, spans);
  const own = placed(spans, kin).map((name) => scoresOf(typeFeatures(document, name, types.bits), types));
  agreePairs(document, spans, own);
  const sums = sumsOf(
    own,
    kin.map(({ group }) => group),
  );
  return spans.map((span, i) => {
    const group = sums.get(kin[i]?.group ?? 0);
    const others = Math.max(1, (group?.count ?? 1) - 1);
    const scores = own[i]?.map((score, c) => score + (votes * ((group?.scores[c] ?? score) - score)) / others);
    return { ...span, ...best(scores ?? new Float64Array(TYPES)) };
  });
}

function scoresOf(features: Int32Array, { weights, columns, scale }: NameModel['types']): Float64Array {
  const scores = new Float64Array(columns);
  for (const feature of features) {
    for (let c = 0; c < columns; c++) scores[c] = (scores[c] ?? 0) + (weights[feature * columns + c] ?? 0) * scale;
  }
  return scores;
}

interface Sum {
  readonly scores: Float64Array;
  count: number;
}

function sumsOf(own: readonly Float64Array[], groups: readonly number[]): ReadonlyMap<number, Sum> {
  const sums = new Map<number, Sum>();
  own.forEach((scores, i) => {
    const group = groups[i] ?? 0;
    const sum = sums.get(group) ?? { scores: new Float64Array(TYPES), count: 0 };
    scores.forEach((score, c) => {
      sum.scores[c] = (sum.scores[c] ?? 0) + score;
    });
    sum.count++;
    sums.set(group, sum);
  });
  return sums;
}

function best(scores: Float64Array): Pick<TypedSpan, 'type' | 'odds'> {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[top] ?? 0)) top = c;
  let rest = 0;
  for (let c = 0; c < scores.length; c++) if (c !== top) rest += Math.exp((scores[c] ?? 0) - (scores[top] ?? 0));
  return { type: nameTypes[top] ?? null, odds: -Math.log(Math.max(1e-12, rest)) };
}
