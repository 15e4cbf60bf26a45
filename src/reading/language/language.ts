import { francAll } from 'franc';
import type { Language } from '../../domain/reading.ts';
import { functionWordScores } from './function-words.ts';
import languages from './languages.json' with { type: 'json' };

export const languageStage = { name: 'language', version: '1' } as const;

/** Characters of a document that are looked at; more changes nothing and costs time. */
const SAMPLE = 2_000;
/** From this length on, the text alone decides; page hints only break ties below it. */
const LONG_ENOUGH = 100;
/** Function words carry a text when they weigh this much a word. Running French and English reach 0.25–0.45. */
const CONVINCING = 0.12;

const bcp47: Readonly<Record<string, string>> = languages;
/** The languages of the press. Never fewer: asked about French and English alone, franc calls Catalan French. */
const pressLanguages = Object.keys(bcp47);

/**
 * The language of a document, by franc over the languages of the press and by function words, which know short French and English better.
 * `hints` (BCP 47, from the page) decide only where a short text leaves the two at odds. `und` when nothing convinces.
 */
export function detectLanguage(text: string, hints: readonly string[] = []): Language {
  const sample = text.slice(0, SAMPLE);
  const byTrigrams = trigramLanguage(sample);
  const [first, second] = functionWordScores(sample);
  const byWords =
    first && first.score >= CONVINCING && first.score > 1.25 * (second?.score ?? 0) ? first.language : null;
  if (byTrigrams !== null && byTrigrams === byWords) return { code: byTrigrams, confidence: 0.99 };
  const hint = hints.map(primary)[0];
  const silent = byWords === null || byWords === hint;
  if (sample.length < LONG_ENOUGH && hint && silent) return { code: hint, confidence: 0.8 };
  if (byWords !== null) return { code: byWords, confidence: 0.85 };
  if (byTrigrams !== null && sample.length >= LONG_ENOUGH) return { code: byTrigrams, confidence: 0.7 };
  return { code: 'und', confidence: 0 };
}

/**
 * The language of one passage: the document's, unless its function words clearly speak another one
 * (an English quotation in a French article). Short passages always follow the document.
 */
export function passageLanguage(text: string, document: string): string {
  const scores = functionWordScores(text);
  const best = scores[0];
  if (!best || best.language === document || text.length < 24 || best.score < CONVINCING) return document;
  const own = scores.find(({ language }) => language === document)?.score ?? 0;
  return best.score > 2 * own ? best.language : document;
}

function trigramLanguage(text: string): string | null {
  const [best] = francAll(text, { only: pressLanguages, minLength: 10 });
  return best && best[0] !== 'und' ? (bcp47[best[0]] ?? null) : null;
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
