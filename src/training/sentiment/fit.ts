import { type Combination, chance } from '../../reading/sentiment/combination.ts';
import type { Scorers } from '../../reading/sentiment/evidence.ts';
import { type PressFit, TONES } from '../../reading/sentiment/model.ts';
import { probabilities } from '../../reading/sentiment/network.ts';
import { reportValues } from '../../reading/sentiment/trained.ts';
import { fitCombination } from './combination.ts';
import {
  type Evidence,
  evidenceFrom,
  GROUPS,
  observationsOf,
  type PressSet,
  trainJudge,
  trainScorers,
  unseenEvidence,
} from './press.ts';

/** A sentence with the probabilities of its tones (in the order of TONES), by models that had not seen its group. */
export interface Believed extends Evidence {
  readonly believed: readonly number[];
  readonly believedAlone: readonly number[];
}

/** What the press models of a language come to, and how they do on authors that they have not seen. */
export interface PressTraining {
  readonly scorers: Scorers;
  readonly fit: PressFit;
  readonly unseen: readonly Believed[];
}

const NEUTRAL = TONES.indexOf('neutral');
/** A lean moves a figure of trained authors more than one of new authors: it is kept small. */
const LEANS = [1, 1.15, 1.3, 1.5] as const;
/** Long sentences look mixed easily. */
const MIXED_LEANS = [1, 1.15, 1.3] as const;
const SIDES = ['negative', 'neutral', 'positive'] as const;
/** The share of facts that must stay neutral. */
const NEUTRAL_RECALL = 0.88;

/** Trains on everything; every group of authors is also left out in turn, with all that is fitted on the others. */
export function trainPress(set: PressSet): PressTraining {
  const unseen = Array.from({ length: GROUPS }, (_, group): readonly Believed[] => {
    const others = set.pieces.filter((piece) => piece.group !== group);
    const scorers = trainScorers(set, others);
    const network = trainJudge(unseenEvidence(set, others), observationsOf(set, scorers));
    const evidence = evidenceFrom(
      set.language,
      set.pieces.filter((piece) => piece.group === group),
      scorers,
    );
    return evidence.map((each) => ({
      ...each,
      believed: probabilities(network, each.inContext),
      believedAlone: probabilities(network, each.alone),
    }));
  }).flat();
  const reported = fitReported(unseen);
  const scorers = trainScorers(set, set.pieces);
  const fit: PressFit = {
    network: trainJudge(unseenEvidence(set, set.pieces), observationsOf(set, scorers)),
    leans: bestLeans(unseen),
    reported,
    reportedFrom: bestReported(unseen, reported),
  };
  return { scorers, fit, unseen };
}

const valuesOf = ({ measures, believed }: Believed): readonly number[] =>
  reportValues(measures, believed[NEUTRAL] ?? 0);

const fitReported = (unseen: readonly Believed[]): Combination =>
  fitCombination(unseen.map((each) => ({ values: valuesOf(each), label: each.sentence.reported ? 1 : 0 })));

/**
 * The leans of praise and blame with the best macro-F1 three ways (mixed set apart) that leave enough facts neutral, then that
 * of mixed with the best F1 four ways.
 */
function bestLeans(unseen: readonly Believed[]): readonly number[] {
  const clear = unseen.filter(({ sentence }) => sentence.tone !== 'mixed');
  const sides = LEANS.flatMap((negative) => LEANS.map((positive) => [negative, 1, positive, 0]));
  const [negative = 1, , positive = 1] = best(sides, (leans) => {
    const pairs = pairsUnder(clear, leans);
    const facts = pairs.filter(({ label }) => label === 'neutral');
    const kept = facts.filter(({ read }) => read === 'neutral').length / facts.length;
    return kept >= NEUTRAL_RECALL ? macroF1(pairs, SIDES) : 0;
  });
  const mixed = MIXED_LEANS.map((lean) => [negative, 1, positive, lean]);
  return best(mixed, (leans) => macroF1(pairsUnder(unseen, leans), TONES));
}

const pairsUnder = (sentences: readonly Believed[], leans: readonly number[]): readonly Pair[] =>
  sentences.map(({ sentence, believed }) => ({
    label: sentence.tone,
    read: TONES[likeliest(believed, leans)] ?? 'neutral',
  }));

/** The first of those with the highest figure. */
function best<Choice>(choices: readonly Choice[], figure: (choice: Choice) => number): Choice {
  const scored = choices.map((choice) => ({ choice, figure: figure(choice) }));
  return scored.reduce((a, b) => (b.figure > a.figure ? b : a)).choice;
}

function likeliest(believed: readonly number[], leans: readonly number[]): number {
  const leaning = believed.map((probability, k) => probability * (leans[k] ?? 1));
  return leaning.indexOf(Math.max(...leaning));
}

interface Pair {
  readonly label: string;
  readonly read: string;
}

const macroF1 = (pairs: readonly Pair[], tones: readonly string[]): number =>
  tones.reduce((sum, tone) => sum + f1Of(pairs, tone), 0) / tones.length;

function f1Of(pairs: readonly Pair[], name: string): number {
  const right = pairs.filter(({ label, read }) => label === name && read === name).length;
  const all = pairs.filter(({ label }) => label === name).length + pairs.filter(({ read }) => read === name).length;
  return all === 0 ? 0 : (2 * right) / all;
}

/** The probability from which a sentence reports an opinion, by the best F1. */
function bestReported(unseen: readonly Believed[], reported: Combination): number {
  const chances = unseen.map((each) => ({
    label: each.sentence.reported ? 'yes' : 'no',
    p: chance(reported, valuesOf(each)),
  }));
  const tried = Array.from({ length: 15 }, (_, i) => 0.15 + i / 20).map((from) => ({
    from: Math.round(from * 100) / 100,
    f1: f1Of(
      chances.map(({ label, p }) => ({ label, read: p >= from ? 'yes' : 'no' })),
      'yes',
    ),
  }));
  return tried.sort((a, b) => b.f1 - a.f1)[0]?.from ?? 0.5;
}
