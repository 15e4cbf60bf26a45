import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readLines } from '../../src/commands/read-lines.ts';

it.each(['{"id":"a\\qb","text":"x"}', '{"id":007,"text":"x"}'])(
  'a line whose id is no JSON stops no others: %s',
  async (line) => {
    const output = new PassThrough();
    const written = text(output);
    await readLines(Readable.from([Buffer.from(`${line}\n{"id":2,"text":"Une phrase."}\n`)]), output);
    output.end();
    const answers = (await written)
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as object);
    expect(answers).toMatchObject([{ error: { code: 'line-invalid' } }, { id: 2, reading: {} }]);
  },
);
