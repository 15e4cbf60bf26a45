import { Type } from 'typebox';

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const tone = (description: string) =>
  Type.Union(
    [
      Type.Object({
        label: Type.Enum(['positive', 'negative', 'mixed', 'neutral']),
        score: Type.Number({ minimum: -1, maximum: 1 }),
        confidence: Type.Number({ minimum: 0, maximum: 1 }),
        basis: Type.Enum(['model', 'lexicon', 'transformer'], {
          description: 'What it rests on: a model trained for the language, a list of words, or a transformer.',
        }),
      }),
      Type.Null(),
    ],
    { description },
  );

/** The tone of a sentence that speaks of a season, and the one that it only reports; all else is given as it is. */
const sentence = Type.Object(
  {
    sentiment: tone('The tone of the words about the season; null where the language is not read.'),
    reported: tone(
      'The tone of an opinion that the sentence only reports, which never counts for a season; mostly null.',
    ),
  },
  { additionalProperties: true },
);

/** The answer of `/v1/evidence`. */
export const evidenceAnswer = Type.Array(sentence, { description: 'Sentences with where they stand.' });

/** The answer of `/v1/coverage`: the tone is described, all else of a document is given as it is. */
export const coverageAnswer = Type.Array(
  Type.Object({ sentiment: tone('The tone of the whole document.') }, { additionalProperties: true }),
  { description: 'Documents, newest first.' },
);

/** The answer of `/v1/documents/{id}`: its story and its tones are described, all else is given as it is. */
export const documentAnswer = Type.Object(
  {
    sentiment: tone('The tone of the whole document.'),
    attributions: Type.Array(sentence, { description: 'The sentences that speak of a season.' }),
    story: Type.Object(
      {
        lead: Type.Object(
          {
            id: Type.String(),
            title: orNull('Its title.'),
            outlet: orNull('Name of its outlet.'),
            url: Type.String(),
            published: orNull('Its first day, as YYYY-MM-DD.'),
          },
          { description: 'The earliest document with this text, then that of the weightiest outlet; maybe this one.' },
        ),
        copies: Type.Array(Type.String(), {
          description: 'Ids of the other documents that carry the text of the lead.',
        }),
      },
      { description: 'The documents that carry the same text.' },
    ),
  },
  { additionalProperties: true, description: 'One document.' },
);
