import type { ReferencePage } from './lines.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };

/** The languages in which reference pages are read. */
export type PageLanguage = 'en' | 'fr';

/** What a language calls the things of a reference page; the two files say the same in two languages. */
export interface Words extends Omit<typeof en, 'months' | 'ordinals'> {
  readonly language: PageLanguage;
  readonly months: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
}

const languages: readonly Words[] = [
  { language: 'en', ...en },
  { language: 'fr', ...fr },
];

/** The words of the language that most labels and headings of a page are in; English where neither has more. */
export function wordsOf({ infobox, sections }: ReferencePage): Words {
  const told = [...infobox.keys(), ...sections.map(({ heading }) => heading.toLowerCase())];
  const countOf = ({ fields, sections: headings }: Words): number => {
    const known = new Set([...Object.values(fields), ...Object.values(headings)].flat());
    return told.filter((label) => known.has(label)).length;
  };
  return languages.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}
