import { RevueError } from '../domain/errors.ts';
import type { Sentiment, SentimentLabel, ToneBasis } from '../domain/reading.ts';
import { decisionOf } from '../evaluation/decision.ts';
import type { LabelledLine } from '../evaluation/labelled.ts';
import type { LabelScheme } from '../evaluation/labels.ts';
import { createTally, type ToneFigures } from '../evaluation/measure.ts';
import { registerOf } from '../reading/sentiment/register.ts';
import { createLanguageTeller, createToneReader } from './evaluate-reader.ts';

/** The figures of what was judged, and counts of the rest. */
export interface Verdict extends ToneFigures {
  /** Texts that were looked at: `n` of them were judged, the others are counted in `mixedApart` and `unread`. */
  readonly texts: number;
  /** Texts labelled mixed, which are set apart. */
  readonly mixedApart: number;
  /** Texts in languages without a reader of tone, by language. */
  readonly unread: Readonly<Record<string, number>>;
  /** Judged texts by language, and by what their tone rests on. */
  readonly languages: Readonly<Record<string, number>>;
  readonly bases: Readonly<Partial<Record<ToneBasis, number>>>;
}

/** Reads labelled lines and counts what was made of them. */
export interface LineJudge {
  readonly add: (line: LabelledLine) => Promise<void>;
  /** Throws `nothing-judged` (fatal), with the languages that have no reader. */
  readonly verdict: () => Verdict;
}

/** A judge of lines under one scheme of labels; `language` is that of lines that do not say theirs, null detects it. */
export async function createLineJudge({ classes, toneOf }: LabelScheme, language: string | null): Promise<LineJudge> {
  const count = createCount(classes);
  const read = await createToneReader(classes);
  const tell = createLanguageTeller();
  return {
    add: async ({ texts, isDocument, title, kind, language: own }) => {
      const written = texts.map(({ text }) => text);
      const spoken = own ?? language ?? (await tell(written));
      const register = registerOf(kind);
      const tones = await read({ texts: written, isDocument, language: spoken, register, title });
      for (const [at, { label }] of texts.entries()) count.add(toneOf(label), tones[at] ?? null, spoken);
    },
    verdict: count.verdict,
  };
}

function createCount(classes: 2 | 3) {
  const tally = createTally(classes);
  const unread = new Map<string, number>();
  const languages = new Map<string, number>();
  const bases = new Map<ToneBasis, number>();
  let mixedApart = 0;
  let texts = 0;
  const add = (tone: SentimentLabel, sentiment: Sentiment | null, language: string): void => {
    texts += 1;
    if (sentiment === null) return more(unread, language);
    if (tone === 'mixed') {
      mixedApart += 1;
      return;
    }
    tally.add({ label: tone, ...decisionOf(sentiment, classes) });
    more(languages, language);
    more(bases, sentiment.basis);
  };
  const verdict = (): Verdict => {
    if (bases.size === 0) throw nothingJudged([...unread.keys()]);
    return {
      ...tally.figures(),
      texts,
      mixedApart,
      unread: Object.fromEntries(unread),
      languages: Object.fromEntries(languages),
      bases: Object.fromEntries(bases),
    };
  };
  return { add, verdict };
}

function more<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function nothingJudged(languages: readonly string[]): RevueError {
  const why = languages.length > 0 ? `there is no reader of tone for ${languages.join(', ')}` : 'all labels are mixed';
  return new RevueError('nothing-judged', `Nothing can be measured: ${why}.`, 'fatal');
}
