import { slug } from '../names.ts';
import { fieldIn, headed, type ReferencePage, sectionsUnder } from './lines.ts';
import { type Words, wordsOf } from './words.ts';

type Field = keyof Words['fields'];

/** A page with the words of its language, and its fields from the infobox or the list of facts. */
export interface Subject {
  readonly page: ReferencePage;
  readonly words: Words;
  readonly field: (name: Field) => string;
}

/** A page made ready to be asked for its fields. */
export function subjectOf(page: ReferencePage): Subject {
  const words = wordsOf(page);
  return { page, words, field: fieldsOf(page, words) };
}

function fieldsOf(page: ReferencePage, { fields, sections }: Words): Subject['field'] {
  const facts = new Map(
    sectionsUnder(page, headed(sections.facts))
      .flatMap(({ lines }) => lines)
      .flatMap((line) => [fieldIn(line)])
      .filter((each) => each !== null),
  );
  return (name) => {
    const labels = fields[name];
    const told = [page.infobox, facts].flatMap((known) => labels.flatMap((label) => known.get(label) ?? []));
    return told[0] ?? '';
  };
}

/** The names in a field, without what stands in brackets behind them. */
export const namesListed = (value: string): readonly string[] =>
  value
    .replace(/ ?\([^()]{0,80}\)/gu, '')
    .split(/,\s*| · /u)
    .map((each) => each.trim())
    .filter((each) => slug(each) !== '');
