import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../domain/catalogue.ts';
import { caseTexts, type LabelledText, pressTexts } from './corpus.ts';
import type { TrainingTexts } from './fit.ts';

/** Files whose name ends so are kept aside: nothing is trained or tuned on them. */
const ASIDE = '-aside.jsonl';

/** All labelled texts of `fixtures/gold`: those for training and those kept aside. */
export function goldTexts(
  folder: string,
  catalogue: Catalogue,
): TrainingTexts & { readonly aside: readonly LabelledText[] } {
  const files = readdirSync(join(folder, 'seasons'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const read = (names: readonly string[]): readonly LabelledText[] =>
    names.flatMap((name) => caseTexts(join(folder, 'seasons', name), catalogue));
  return {
    press: pressTexts(join(folder, 'press'), catalogue),
    cases: read(files.filter((name) => !name.endsWith(ASIDE))),
    aside: read(files.filter((name) => name.endsWith(ASIDE))),
  };
}
