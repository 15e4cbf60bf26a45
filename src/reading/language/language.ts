import type { Language } from '../../domain/reading.ts';
import { isCousin } from './cousins.ts';
import { functionWordScores } from './function-words.ts';
import { hintOf } from './hints.ts';
import { type LanguageModels, type Vote, vote } from './vote.ts';

export const languageStage = { name: 'language', version: '2' } as const;

/** From this length on, the text alone decides; page hints only break ties below it. */
const LONG_ENOUGH = 100;
/** In so few characters any voter may err. */
const VERY_SHORT = 40;
/** What is voted on: the longest pieces of a document, and so many characters of them together. */
const PIECES = 4;
const CHARACTERS = 1_000;
const UNKNOWN: Language = { code: 'und', confidence: 0 };
/** Function words carry a text when they weigh this much a word. Running French and English reach 0.25–0.45. */
const CONVINCING = 0.2;

/**
 * The language of a document: its longest lines are voted on, each by three detectors, and weigh by their length. `hints` (BCP 47, from the page) decide only where a short text leaves the voters at odds. `und` when nothing convinces. Never throws.
 */
export function detectLanguage(text: string, hints: readonly string[], models: LanguageModels): Language {
  const pieces = sampleOf(text);
  const sample = pieces.join('\n');
  const votes = pieces.map((piece) => ({ ...vote(piece, models), piece }));
  const winner = heaviest(votes);
  const own = votes.filter((each) => each.winner?.language === winner?.code).map(({ piece }) => piece);
  const known = winner !== null && !isCousin(own.join('\n'), winner.code) ? winner : UNKNOWN;
  const hint = hintOf(hints);
  if (hint === null || hint === known.code) return known;
  const named = votes.flatMap((each) => each.named);
  return isTie(sample, known, hint, named) ? { code: hint, confidence: 0.8 } : known;
}

/** Whether the page may decide: over a text that is very short, unless the voters agree otherwise; over an undecided one that speaks for its hint. */
function isTie(text: string, { code }: Language, hint: string, named: readonly string[]): boolean {
  if (code === 'und' && text.length < VERY_SHORT) return true;
  const share = functionWordScores(text).find(({ language }) => language === hint)?.score ?? 0;
  const speaks = named.includes(hint) || share >= CONVINCING;
  if (code !== 'und') return text.length < VERY_SHORT && speaks;
  return text.length < LONG_ENOUGH ? speaks : named.includes(hint) && share >= CONVINCING;
}

/** The language that most characters were voted to be in. */
function heaviest(votes: readonly (Vote & { readonly piece: string })[]): Language | null {
  const weights = new Map<string, number>();
  for (const { winner, piece } of votes)
    if (winner) weights.set(winner.language, (weights.get(winner.language) ?? 0) + piece.length * winner.certainty);
  const [best] = [...weights].sort((a, b) => b[1] - a[1]);
  const all = votes.reduce((sum, { piece }) => sum + piece.length, 0);
  return best ? { code: best[0], confidence: Math.round((100 * best[1]) / all) / 100 } : null;
}

/** The longest pieces of a text, cut at blanks: its lines, short ones with those behind them. */
function sampleOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const last = pieces.at(-1);
    if (last === undefined || last.length >= LONG_ENOUGH) pieces.push(line.trim());
    else pieces[pieces.length - 1] = `${last} ${line.trim()}`.trim();
  }
  const longest = pieces.toSorted((a, b) => b.length - a.length).slice(0, PIECES);
  return longest.map((piece) => headOf(piece, CHARACTERS / longest.length));
}

function headOf(line: string, most: number): string {
  if (line.length <= most) return line;
  const blank = line.lastIndexOf(' ', most);
  return line.slice(0, blank > most / 2 ? blank : most);
}
