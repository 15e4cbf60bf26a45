import { dotEnds } from './dots.ts';
import { bareStart, begins } from './starts.ts';
import type { Stop } from './stops.ts';
import {
  exclaimingNames,
  interjections,
  isAbbreviation,
  isLowerStarter,
  neverBeforeStart,
  saidWords,
} from './words.ts';

/** How a text is written. */
export interface Manner {
  /** BCP 47; what is not two letters has the rules of English. */
  readonly language: string;
  /** Sentences begin with small letters. */
  readonly informal: boolean;
}

/** True when a sentence ends at the stop. */
export function endsSentence(stop: Stop, manner: Manner): boolean {
  const { next, before, run, closers } = stop;
  if (next === '' || before.trim() === '' || standsForWords(stop)) return false;
  if (!/^[.!?…]/u.test(run)) return true;
  if (stop.glued) return gluedEnds(stop, manner);
  if (/^(?:[,%&+=/…)\]}»]|[:;](?![-'’]?[)(DPp]))/u.test(next)) return false;
  if (/^\p{Ll}(?!\p{Lu}\p{Ll})/u.test(bareStart(next))) return lowerEnds(stop, manner);
  if (/^(?:\.{2,}|…)$/u.test(run) && goesOn(before, next)) return false;
  if (/["»”’]/u.test(closers) && (/^[-–—]{1,2}\s/u.test(next) || (run !== '.' && isSaid(next)))) return false;
  if (run === '.') return dotEnds(stop, manner.language);
  const inName = run === '!' && exclaimingNames.has(/\p{L}+$/u.exec(before)?.[0] ?? '');
  return inName || (inBracket(before) && closers.includes(')')) ? begins(bareStart(next)) : true;
}

/** "(!)", "[...]": marks that stand in place of words. */
function standsForWords({ before, closers, run }: Stop): boolean {
  if (/[([]\s?$/u.test(before) && /^\s?[)\]]/u.test(closers)) return true;
  return /^(?:\.{2,}|…)$/u.test(run) && !/[\p{L}\p{N}]/u.test(before);
}

/** Behind "Oh!" said or "Is it?" asked: a name, or names, and a verb of saying. */
function isSaid(next: string): boolean {
  const verb = /^(?:\p{Lu}\S{0,30}\s){1,3}(\p{Ll}[\p{Ll}-]*(?:['’]\p{Ll}+)?)/u.exec(next)?.[1];
  return verb !== undefined && saidWords.has(verb) && !begins(next);
}

/** A pause before a number or a name: "a film by... Someone". */
function goesOn(before: string, next: string): boolean {
  const last = /\p{L}+$/u.exec(before)?.[0].toLowerCase() ?? '';
  return /^\d/u.test(next) || (neverBeforeStart.has(last) && !begins(bareStart(next)));
}

/** The sentence so far has opened a bracket behind other words and not closed it. */
function inBracket(before: string): boolean {
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') && before.slice(0, open).trim() !== '';
}

/** A small letter follows: a list, a forum where nobody writes capitals, or no end at all. */
function lowerEnds({ before, run, closers, next }: Stop, { language, informal }: Manner): boolean {
  const word = /[^\s«“"([]+$/u.exec(before)?.[0] ?? '';
  if (run === '.' && (isAbbreviation(word.toLowerCase(), language) || !/\p{L}{3}$|\d{2}$/u.test(word))) return false;
  if (/["»”)]/u.test(closers)) return false;
  if (/^[-–—•*]\s/u.test(next)) return run === '.' || !/[-–—]\s/u.test(before);
  const bare = /^[\p{Ll}'’]+(?:-\p{Ll}+)*(?![\p{L}\p{N}'’-])/u.exec(next)?.[0] ?? '';
  if (bare === '' || /-(?:t-)?(?:il|elle|on|je|ils|elles)$/u.test(bare)) return false;
  const starts = isLowerStarter(bare, language);
  if (run === '.') return informal || (starts && /^\p{Ll}{3,}$/u.test(word));
  if (/^[.…]/u.test(run))
    return (starts && (informal || /\d$/u.test(word))) || interjections.has(before.trim().toLowerCase());
  return informal || /[!?]{2,}/u.test(run) || (starts && /^\p{Ll}/u.test(word.trim()) && /\s\S+\s\S/u.test(before));
}

/** No blank follows, but the next sentence does: "agents.A very", "great!i love". */
function gluedEnds({ before, run, closers, next }: Stop, { informal }: Manner): boolean {
  const token = `${/\S*$/u.exec(before)?.[0] ?? ''}${run}${closers}${next.slice(0, 12)}`;
  if (/https?:|www\.|[@/=]|\.(?:com|fr|net|org|io|tv|example)\b/iu.test(token)) return false;
  if (!/(?:\p{Ll}{2}[\p{Ll}»")]|\d{2})$/u.test(before)) return false;
  if (informal && /^[.!?]+$/u.test(run) && /^\p{Ll}+\s/u.test(next)) return run !== '.' || /\p{Ll}{3}$/u.test(before);
  return /^(?:[«“"]\s?)?\p{Lu}(?:\p{Ll}+[\s,’'!?]|\s|[’']\p{L})/u.test(next);
}
