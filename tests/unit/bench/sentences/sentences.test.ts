import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { benchSentences } from '../../../../src/bench/sentences/sentences.ts';
import { parseTreebank } from '../../../../src/bench/sentences/treebank.ts';

const directory = mkdtempSync(join(tmpdir(), 'revue-sentences-'));
afterAll(() => rmSync(directory, { recursive: true }));

const sentence = (text: string, marks: readonly string[] = [], misc = '_'): string =>
  [...marks.map((mark) => `# ${mark}`), `# text = ${text}`, `1\t${text}\t_\tX\t_\t_\t0\troot\t_\t${misc}`].join('\n');
const file = (...sentences: readonly string[]): string => `${sentences.join('\n\n')}\n\n`;

const treebank = file(
  sentence('Une île', ['newdoc id = a', 'newpar id = a1']),
  sentence('La mer monte.', ['newpar id = a2']),
  sentence('Le phare tient.'),
  sentence('Il pleut.', ['newdoc id = b']),
  sentence('« Assez.', [], 'SpaceAfter=No'),
  sentence('»'),
);

describe('parseTreebank', () => {
  it('keeps documents, paragraphs and missing blanks apart', () => {
    expect(parseTreebank(treebank, 'fr')).toEqual([
      [
        { text: 'Une île', gap: '\n' },
        { text: 'La mer monte.', gap: ' ' },
        { text: 'Le phare tient.', gap: ' ' },
      ],
      [
        { text: 'Il pleut.', gap: ' ' },
        { text: '« Assez.', gap: '' },
        { text: '»', gap: ' ' },
      ],
    ]);
  });

  it('does not believe a file in which every sentence is glued, unless its language has no blanks', () => {
    const glued = file(...['Un.', 'Deux.', 'Trois.'].map((text) => sentence(text, [], 'SpaceAfter=No')));
    const gaps = (language: string) => parseTreebank(glued, language).flatMap((all) => all.map(({ gap }) => gap));
    expect(gaps('fr')).toEqual([' ', ' ', ' ']);
    expect(gaps('ja')).toEqual(['', '', '']);
  });

  it('reads the blank of the last word from its range', () => {
    const ranged =
      '# text = Vas-y\n1-2\tVas-y\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tVas\t_\t_\t_\t_\t_\t_\t_\t_\n2\ty\t_\t_\t_\t_\t_\t_\t_\t_';
    expect(parseTreebank(file(ranged, sentence('Va.'), sentence('Viens.')), 'fr')[0]?.[0]?.gap).toBe('');
  });

  it('reads a file without documents in parts', () => {
    const long = file(...Array.from({ length: 1_200 }, (_, i) => sentence(`Phrase ${i}.`)));
    expect(parseTreebank(long, 'fr').map(({ length }) => length)).toEqual([500, 500, 200]);
  });
});

describe('benchSentences', () => {
  it('counts the boundaries inside documents, with paragraphs joined and apart', () => {
    writeFileSync(join(directory, 'fr_essai-ud-test.conllu'), treebank);
    const figures = benchSentences(join(directory, 'fr_essai-ud-test.conllu')).treebanks['fr_essai-ud-test.conllu'];
    expect(figures).toMatchObject({ documents: 2, boundaries: 4, precision: 100 });
    expect(figures?.recall).toBeLessThan(100);
    expect(figures?.insideParagraphs).toBe(80);
  });

  it('tells the share of cases that are right in a directory of both', () => {
    writeFileSync(join(directory, 'cases.tsv'), 'fr\tIl pleut. | Il neige.\r\nen\tIt rains | heavily.\n');
    const bench = benchSentences(directory);
    expect(bench.cases).toEqual({ 'cases.tsv': { cases: 2, exact: 50 } });
    expect(Object.keys(bench.treebanks)).toEqual(['fr_essai-ud-test.conllu']);
    expect(bench.ms).toBeGreaterThanOrEqual(0);
  });

  it.each([join(tmpdir(), 'revue-no-such-directory'), import.meta.filename])('has no data in %s', (path) => {
    expect(() => benchSentences(path)).toThrow(expect.objectContaining({ code: 'no-data', disposition: 'fatal' }));
  });
});
