import type { Show } from '../../domain/catalogue.ts';
import cues from './cues.json' with { type: 'json' };
import type { Setting } from './setting.ts';

const season = new RegExp(`^(?:${cues.season.join('|')})$`, 'u');

/**
 * Whether an address names the show: a title of several words stands in its path, or one of a single word beside a
 * season or in a television section ("/series/lupin", not "/jardin/lupin").
 */
export function addressNames({ titles }: Show, url: string | null, { section }: Setting): boolean {
  if (url === null || section === 'elsewhere') return false;
  const words = pathWords(url);
  const path = ` ${words.join(' ')} `;
  const told = section === 'television' || words.some((word) => season.test(word));
  return titles.some(({ text }) => {
    const slug = folded(text).replace(/^(?:le|la|les|the) (?=.* )/u, '');
    return slug !== '' && path.includes(` ${slug} `) && (told || slug.includes(' '));
  });
}

const pathWords = (url: string): readonly string[] =>
  folded((url.split(/[?#]/u)[0] ?? '').replace(/^[a-z]+:\/\/[^/]*/iu, '')).split(' ');

const folded = (text: string): string =>
  text
    .slice(0, 500)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
