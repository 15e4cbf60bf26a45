import { francAll } from 'franc';
import languages from './languages.json' with { type: 'json' };

/** ISO 639-3 to BCP 47: the languages of the press. Never fewer: asked about French and English alone, franc calls Catalan French. */
const codes: Readonly<Record<string, string>> = languages;
const options = { only: Object.keys(codes), minLength: 10 };
/** franc compares with 56 profiles; more text than this changes little and costs time. */
const LONGEST = 600;

/** The language of a text by franc's trigrams; null below ten characters and for scripts that it does not know. */
export function byTrigrams(text: string): string | null {
  const [best] = francAll(text.slice(0, LONGEST), options);
  return best ? (codes[best[0]] ?? null) : null;
}
