import type { Sentiment } from '../../../domain/reading.ts';
import type { ModelLanguage } from '../tokens.ts';
import { type Analysis, analyse } from './analysis.ts';
import type { Span } from './marked.ts';
import type { Turn } from './relations.ts';

export type { Span } from './marked.ts';

/** The parts of a sentence that speak of a target, in order, and what decides its tone where they say nothing. */
export interface TargetWords {
  readonly parts: readonly Span[];
  readonly turn: Turn;
  /** True when the parts only name the target. */
  readonly silent: boolean;
}

/** The words about one target of a sentence that speaks of others too. A part holds the whole target or none of it. */
export const wordsAbout = (
  sentence: string,
  language: ModelLanguage,
  target: Span,
  others: readonly Span[],
): TargetWords => wordsOfTarget(analyse(sentence, language, [target, ...others]), 0, target);

function wordsOfTarget(analysis: Analysis, index: number, target: Span): TargetWords {
  const { pieces, about } = analysis;
  const own = about[index];
  const turn = own?.turn ?? 'same';
  const silent = own !== undefined && own.silent && own.source === index && !own.alike;
  if (own?.silent && turn === 'none') return { parts: [], turn, silent };
  const read = about[own?.source ?? index]?.own ?? [];
  const runs =
    own?.silent && own.alike ? [own.alike] : read.map((i): Run => [pieces[i]?.from ?? 0, pieces[i]?.to ?? 0]);
  return { parts: partsOf(analysis, runs).map((part) => whole(part, target)), turn, silent };
}

/** Words by number, the second excluded. */
type Run = readonly [number, number];

/** The parts that runs of words make: without what compares and pauses at their ends, joined where only a pause parts them. */
function partsOf({ marked: { words }, compared }: Analysis, runs: readonly Run[]): readonly Span[] {
  const parts: Span[] = [];
  let last = -1;
  for (let [from, to] of runs) {
    while (from < to && (compared[from] === 1 || words[from]?.pause)) from++;
    while (to > from && (compared[to - 1] === 1 || words[to - 1]?.pause)) to--;
    if (from >= to) continue;
    const gap = last === -1 ? [] : words.slice(last, from);
    const joins = last !== -1 && gap.every(({ pause }) => pause !== null);
    const start = (joins ? parts.pop()?.start : words[from]?.start) ?? 0;
    parts.push({ start, end: words[to - 1]?.end ?? 0 });
    last = to;
  }
  return parts;
}

/** A part that cuts through the target is widened to hold it. */
const whole = (part: Span, target: Span): Span =>
  part.start < target.end && part.end > target.start
    ? { start: Math.min(part.start, target.start), end: Math.max(part.end, target.end) }
    : part;

/** Words that are read as no better or worse than this do not outweigh a comparison. */
const FAINT = 0.3;

const compares = (turn: Turn): boolean => turn === 'better' || turn === 'worse';

/** How good or bad, and how sure, a comparison alone makes a target. */
const COMPARED = { score: 0.5, confidence: 0.6 } as const;

/** The tone of one target of a sentence that speaks of others too; `read` reads the tone of a text. */
export function targetTone(
  sentence: string,
  language: ModelLanguage,
  target: Span,
  others: readonly Span[],
  read: (text: string) => Sentiment,
): Sentiment {
  return toneOf(sentence, target, wordsAbout(sentence, language, target, others), read);
}

/** The tones of all targets of a sentence, in one pass over it. */
export function targetTones(
  sentence: string,
  language: ModelLanguage,
  targets: readonly Span[],
  read: (text: string) => Sentiment,
): readonly Sentiment[] {
  const analysis = analyse(sentence, language, targets);
  return targets.map((target, i) => toneOf(sentence, target, wordsOfTarget(analysis, i, target), read));
}

function toneOf(
  sentence: string,
  target: Span,
  { parts, turn, silent }: TargetWords,
  read: (text: string) => Sentiment,
): Sentiment {
  const words = parts.map(({ start, end }) => sentence.slice(start, end)).join(', ');
  const tone = read(words || sentence.slice(target.start, target.end));
  if (words === '' || (silent && compares(turn))) return { ...tone, ...decided(turn), confidence: COMPARED.confidence };
  if (turn === 'opposite') return { ...tone, label: TURNED[tone.label], score: 0 - tone.score };
  if (!compares(turn) || (tone.label !== 'neutral' && Math.abs(tone.score) >= FAINT)) return tone;
  return { ...tone, ...decided(turn), confidence: COMPARED.confidence };
}

const TURNED = { positive: 'negative', negative: 'positive', mixed: 'mixed', neutral: 'neutral' } as const;

function decided(turn: Turn): Pick<Sentiment, 'label' | 'score'> {
  if (turn === 'better') return { label: 'positive', score: COMPARED.score };
  if (turn === 'worse') return { label: 'negative', score: -COMPARED.score };
  return { label: 'neutral', score: 0 };
}
