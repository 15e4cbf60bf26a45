import data from './clauses.json' with { type: 'json' };
import type { ModelLanguage } from './tokens.ts';

/** A part of a sentence with its weight in the whole: what follows "but" counts more, what follows "although" less. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

const STRONGER = 1.6;
const BEFORE_STRONGER = 0.5;
const WEAKER = 0.35;

const compiled = { fr: compile('fr'), en: compile('en') } as const;

function compile(language: ModelLanguage) {
  const { splitters, stronger, weaker } = data[language];
  const pattern = [...splitters].sort((a, b) => b.length - a.length).join('|');
  return {
    cut: new RegExp(`[;:—–()]|(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu'),
    stronger: new Set(stronger),
    weaker: new Set(weaker),
  };
}

interface Cut {
  readonly at: number;
  readonly word: string;
}

/** The clauses of a sentence, in order and without gaps. */
export function clausesOf(sentence: string, language: ModelLanguage): readonly Clause[] {
  const { cut, stronger, weaker } = compiled[language];
  const cuts = [...sentence.matchAll(cut)].map((match) => ({ at: match.index, word: match[0].toLowerCase() }));
  const opening = cuts[0]?.at === 0 ? cuts[0] : { at: 0, word: '' };
  const starts = [opening, ...cuts.filter(({ at }) => at > 0)].flatMap((each, i, all) =>
    weaker.has(each.word) ? endConcession(sentence, each, all[i + 1]?.at ?? sentence.length) : [each],
  );
  return starts.map(({ at, word }, i) => {
    const next = starts[i + 1];
    const before = stronger.has(next?.word ?? '') ? BEFORE_STRONGER : 1;
    return {
      start: at,
      end: next?.at ?? sentence.length,
      weight: stronger.has(word) ? STRONGER : weaker.has(word) ? WEAKER : before,
    };
  });
}

/** "Although it drags, it works": the concession ends at its comma, and the main clause begins there. */
function endConcession(sentence: string, cut: Cut, end: number): readonly Cut[] {
  const comma = sentence.indexOf(',', cut.at);
  return comma > cut.at && comma < end - 1 ? [cut, { at: comma, word: ',' }] : [cut];
}
