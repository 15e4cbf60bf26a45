import { type Words, wordsOf } from './lists.ts';
import { phraseAt, type Rules, rulesOf } from './rules.ts';
import { type LexiconLanguage, type Token, tokenise } from './tokens.ts';

/** Words after a negator, and before one that ends its clause, that it turns round. */
const SCOPE = 4;
/** What "very" and "somewhat" make of the next word that says something. */
const MORE = 1.4;
const LESS = 0.6;
/** "Not bad" is less than good. */
const NOT_BAD = 0.6;
/** Weights of what follows "but", what stands before it, and what follows "although". */
const AFTER_BUT = 1.6;
const BEFORE_BUT = 0.5;
const CONCEDED = 0.35;

/** A word or phrase that says something, where it stands and how much it counts. */
export interface Hit {
  readonly value: number;
  readonly critical: boolean;
  readonly at: number;
  readonly weight: number;
}

/** What the counting remembers inside one text; every text begins with a new one, so no negation outlives its text. */
interface State {
  hits: Hit[];
  /** Words that the last negator still reaches. */
  scope: number;
  stress: number;
  weight: number;
  conceding: boolean;
  /** Index of the first hit of the clause, and of the part of the sentence that a "but" would weaken. */
  clause: number;
  part: number;
}

/** The words of a text that say something good or bad, negation, stress and turns counted. */
export function hitsOf(text: string, language: LexiconLanguage, words: Words = wordsOf(language)): readonly Hit[] {
  const [tokens, rules] = [tokenise(text, language), rulesOf(language)];
  const state: State = { hits: [], scope: 0, stress: 1, weight: 1, conceding: false, clause: 0, part: 0 };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'pause' || token.kind === 'stop') {
      pause(state, token);
      continue;
    }
    const phrase = phraseAt(words.good, tokens, at) ?? phraseAt(words.bad, tokens, at);
    if (phrase) add(state, { value: phrase.value, critical: true }, at);
    at += phrase ? phrase.length - 1 : readWord(state, tokens, at, rules, words);
  }
  return state.hits;
}

function pause(state: State, { kind }: Token): void {
  state.scope = 0;
  state.stress = 1;
  state.clause = state.hits.length;
  if (state.conceding || kind === 'stop') state.weight = 1;
  state.conceding = false;
  if (kind === 'stop') state.part = state.hits.length;
}

/** Reads one word; returns how many further tokens it took with it. */
function readWord(state: State, tokens: readonly Token[], at: number, rules: Rules, words: Words): number {
  const { text, kind } = tokens[at] as Token;
  const empty = phraseAt(rules.empty, tokens, at);
  if (empty) return empty.length - 1;
  const conceded = phraseAt(rules.though, tokens, at);
  if (conceded) concede(state);
  if (rules.but.has(text)) turn(state);
  if (rules.ends.has(text)) state.scope = 0;
  state.scope = Math.max(0, state.scope - 1);
  if (rules.negators.has(text)) negate(state, tokens, at, rules);
  else if (rules.more.has(text)) state.stress = MORE;
  else if (rules.less.has(text)) state.stress = LESS;
  else {
    const entry = kind === 'word' ? words.lookup(text) : null;
    if (entry) add(state, entry, at);
  }
  return conceded ? conceded.length - 1 : 0;
}

function negate(state: State, tokens: readonly Token[], at: number, rules: Rules): void {
  if (rules.negatesBack && closes(tokens, at, rules)) negateBack(state, at);
  else state.scope = SCOPE + 1;
}

function concede(state: State): void {
  state.weight = CONCEDED;
  state.conceding = true;
}

function turn(state: State): void {
  for (let i = state.part; i < state.hits.length; i++) {
    const hit = state.hits[i] as Hit;
    state.hits[i] = { ...hit, weight: hit.weight * BEFORE_BUT };
  }
  state.part = state.hits.length;
  state.clause = state.hits.length;
  state.weight = AFTER_BUT;
  state.conceding = false;
}

function add(state: State, { value, critical }: { value: number; critical: boolean }, at: number): void {
  const meant = state.scope > 0 ? negated(value) : value;
  state.hits.push({ value: meant * state.stress, critical, at, weight: state.weight });
  state.stress = 1;
}

const negated = (value: number): number => (value > 0 ? -value : -value * NOT_BAD);

/** A negator at the end of its clause. */
function closes(tokens: readonly Token[], at: number, { ends }: Rules): boolean {
  const next = tokens[at + 1];
  return !next || next.kind === 'pause' || next.kind === 'stop' || ends.has(next.text);
}

/** Turns round the last hit of the clause when it is near enough. */
function negateBack(state: State, at: number): void {
  const last = state.hits.length - 1;
  const hit = state.hits[last];
  if (hit && last >= state.clause && at - hit.at <= SCOPE) state.hits[last] = { ...hit, value: negated(hit.value) };
}
