import { kinOf } from '../../reading/entities/tagger/kin.ts';
import {
  knownWords,
  type NameModel,
  nameTypes,
  PLACES,
  type TaggerLanguage,
  traits,
} from '../../reading/entities/tagger/model.ts';
import { type Prepared, prepare } from '../../reading/entities/tagger/sentence.ts';
import { findSpans, type Span } from '../../reading/entities/tagger/spans.ts';
import { hashOf, shapes, type Tokens, tokenise } from '../../reading/entities/tagger/tokens.ts';
import { placed, typeFeatures } from '../../reading/entities/tagger/type-features.ts';
import { TYPES } from '../../reading/entities/tagger/types.ts';
import { aligned, type TokenSpan } from './aligned.ts';
import choices from './choices.json' with { type: 'json' };
import type { LabelledText } from './corpus.ts';
import { framesOf } from './frames.ts';
import lists from './lists.json' with { type: 'json' };
import { type Example, trainTypes } from './logistic.ts';
import { goldPlaces, lessonsOf, trainSpans } from './perceptron.ts';
import { quantise } from './quantise.ts';
import { swapNames } from './swap.ts';

/** What of a model comes from training; the fit of its confidence needs texts that it has not seen. */
export type Trained = Omit<NameModel, 'fit'>;

interface Gold extends TokenSpan {
  readonly passage: number;
  readonly type: number;
}

interface Lecture {
  readonly text: LabelledText;
  readonly tokens: Tokens;
  readonly gold: readonly Gold[];
}

/** Trains both halves of the tagger. Types are also taught what is no name, by spans that taggers of the other texts took for one. */
export function trainNames(language: TaggerLanguage, texts: readonly LabelledText[]): Trained {
  const own = texts.map(lectureOf);
  const lectures = [...own, ...swappedTexts(language, texts).map(lectureOf)];
  const known = knownWords([...listedWords(), ...own.flatMap(({ tokens }) => lowerWords(tokens))]);
  const { types, folds, seed } = choices;
  const examples = Array.from({ length: folds }, (_, fold) => {
    const others = spansOf(
      lectures.filter((__, i) => i % folds !== fold),
      known,
    );
    return lectures.flatMap((lecture, i) =>
      i % folds === fold ? examplesOf(lecture, findSpans(prepare(lecture.tokens, known), others), known) : [],
    );
  });
  const weights = trainTypes(examples.flat(), types.bits, TYPES, types, seed);
  return { language, known, ...spansOf(lectures, known), types: quantise(weights, TYPES), votes: choices.votes };
}

/** Each text and frame with its names swapped, as many times as the choices say. */
const swappedTexts = (language: TaggerLanguage, texts: readonly LabelledText[]): readonly LabelledText[] =>
  [...copiesOf(texts, choices.copies), ...copiesOf(framesOf(language), choices.frames)].map((text, i) =>
    swapNames(text, language, choices.seed + i),
  );

const copiesOf = <T>(texts: readonly T[], copies: number): readonly T[] =>
  Array.from({ length: copies }, () => texts).flat();

function lectureOf(text: LabelledText): Lecture {
  const tokens = tokenise(text.text, text.passages);
  const spans = aligned(tokens, text.names);
  const gold = text.names.flatMap(({ type }, i) => {
    const span = spans[i];
    return span ? [{ ...span, passage: passageOf(tokens, span.from), type: nameTypes.indexOf(type) }] : [];
  });
  return { text, tokens, gold };
}

const passageOf = ({ passages }: Tokens, token: number): number => {
  let passage = 0;
  while ((passages[passage + 1] ?? Infinity) <= token) passage++;
  return passage;
};

type Trait = readonly [word: number, trait: number];

const lowerWords = ({ count, words, shapes: written }: Tokens): readonly Trait[] =>
  Array.from({ length: count }, (_, i) => [words[i] ?? 0, written[i] === shapes.lower ? traits.common : 0]);

const listedWords = (): readonly Trait[] =>
  Object.entries(lists).flatMap(([name, words]) =>
    words.split(' ').map((word): Trait => [hashOf(word), traits[name as keyof typeof lists]]),
  );

function spansOf(lectures: readonly Lecture[], known: Uint8Array): Pick<NameModel, 'spans' | 'steps'> {
  const { bits, epochs } = choices.spans;
  const lessons = lectures.flatMap(({ tokens, gold }) =>
    lessonsOf(prepare(tokens, known), goldPlaces(tokens.count, gold), bits),
  );
  const { weights, steps } = trainSpans(
    lessons.filter(({ gold }) => gold.length > 0),
    bits,
    epochs,
    choices.seed,
  );
  return { spans: quantise(weights, PLACES), steps };
}

/** The labelled names of a text with their types, and the spans that touch none of them, which are no names. */
function examplesOf({ tokens, gold }: Lecture, spans: readonly Span[], known: Uint8Array): readonly Example[] {
  const document: Prepared = prepare(tokens, known);
  const wrong = spans
    .filter(({ from, to }) => !gold.some((name) => name.from < to && from < name.to))
    .map(({ from, to, passage }) => ({ from, to, passage, type: nameTypes.length }));
  const all = [...gold, ...wrong].sort((a, b) => a.from - b.from);
  return placed(all, kinOf(document, all)).map((name, i) => ({
    features: typeFeatures(document, name, choices.types.bits),
    label: all[i]?.type ?? nameTypes.length,
  }));
}
