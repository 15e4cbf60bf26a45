import { describe, expect, it } from 'vitest';
import { nameTypes } from '../../../../src/reading/entities/tagger/model.ts';
import { agreePairs } from '../../../../src/reading/entities/tagger/pairs.ts';
import { prepare } from '../../../../src/reading/entities/tagger/sentence.ts';
import { tokenise } from '../../../../src/reading/entities/tagger/tokens.ts';

const columns = ['person', 'character', 'work'] as const;
type Scores = Readonly<Partial<Record<(typeof columns)[number], number>>>;

/** What the one-word names of a text are, by their scores, once pairs have agreed. */
function typesOf(text: string, names: Readonly<Record<string, Scores>>): readonly string[] {
  const tokens = tokenise(text, [{ start: 0, end: text.length }]);
  const found = Object.entries(names).map(([name, given]) => {
    const from = Array.from({ length: tokens.count }, (_, i) => i).find((i) => tokens.starts[i] === text.indexOf(name));
    const scores = new Float64Array(nameTypes.length + 1);
    for (const type of columns) scores[nameTypes.indexOf(type)] = given[type] ?? 0;
    return { span: { passage: 0, from: from ?? 0, to: (from ?? 0) + 1, margin: 1 }, scores };
  });
  agreePairs(
    prepare(tokens, new Uint8Array(2 ** 18)),
    found.map(({ span }) => span),
    found.map(({ scores }) => scores),
  );
  return found.map(({ scores }) => nameTypes[scores.indexOf(Math.max(...scores))] ?? 'none');
}

describe('names in pairs', () => {
  const sure = { Martin: { person: 3 }, Arnott: { character: 3 } };

  it('follow the order of the surer pairs of the document', () => {
    const text = 'Martin (Arnott) et Vicky (Fleming).';
    expect(typesOf(text, { ...sure, Vicky: { character: 1 }, Fleming: { person: 1 } })).toEqual([
      'person',
      'character',
      'person',
      'character',
    ]);
  });

  it('need brackets', () => {
    const text = 'Martin (Arnott) et Vicky, Fleming.';
    expect(typesOf(text, { ...sure, Vicky: { character: 1 }, Fleming: { person: 1 } }).slice(2)).toEqual([
      'character',
      'person',
    ]);
  });

  it('leave alone what is rather something else', () => {
    const text = 'Martin (Arnott) et Vicky (Oz).';
    expect(typesOf(text, { ...sure, Vicky: { character: 1 }, Oz: { work: 2 } }).slice(2)).toEqual([
      'character',
      'work',
    ]);
  });
});
