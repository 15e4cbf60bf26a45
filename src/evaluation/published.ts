import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { RevueError } from '../domain/errors.ts';

const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const figure = Type.Object(
  {
    language: Type.String({ pattern: '^[a-z]{2,3}$', description: 'BCP 47.' }),
    set: Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'What was read; the method page names it.' }),
    classes: Type.Union([Type.Literal(2), Type.Literal(3)], {
      description: '2: positive or negative; 3: with neutral.',
    }),
    n: Type.Integer({ minimum: 1, description: 'Labelled texts.' }),
    accuracy: share('Texts read as labelled.'),
    macroF1: share('Mean F1 of the classes.'),
    low: share('Low end of the 95 % interval of macroF1.'),
    high: share('High end of the 95 % interval of macroF1.'),
    neutralRecall: Type.Union([share('Neutral texts left alone.'), Type.Null()]),
    calibrationError: share('Expected calibration error, ten bins.'),
    basis: Type.Union([Type.Literal('model'), Type.Literal('lexicon')], { description: 'What tone was read with.' }),
  },
  { additionalProperties: false },
);

/** The published figures of tone, as `models/tone-figures.json` holds them and the API gives them. */
export const publishedFiguresSchema = Type.Object(
  { figures: Type.Array(figure) },
  { additionalProperties: false, description: 'How well tone is read, by language and set of texts.' },
);

export type PublishedFigure = Readonly<Static<typeof figure>>;
export type PublishedFigures = Static<typeof publishedFiguresSchema>;

/** Reads published figures. Throws `bad-figures` (fatal) with the place of the first fault. */
export function parsePublishedFigures(text: string): PublishedFigures {
  const value = parseJson(text);
  if (!Value.Check(publishedFiguresSchema, value)) {
    const [fault] = Value.Errors(publishedFiguresSchema, value);
    throw bad(`${fault?.instancePath || 'the whole'} ${fault?.message ?? 'is of another form'}`);
  }
  const outside = value.figures.findIndex(({ low, macroF1, high }) => low > macroF1 || high < macroF1);
  if (outside >= 0) throw bad(`/figures/${outside} has an interval that does not hold its macroF1`);
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad('it is not JSON');
  }
}

const bad = (why: string): RevueError =>
  new RevueError('bad-figures', `The published figures of tone cannot be used: ${why}.`, 'fatal');
