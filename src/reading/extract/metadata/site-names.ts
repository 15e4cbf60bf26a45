import { textProperty, thingProperty, typesOf } from '../json-ld.ts';
import { hostOf, type MetadataPage, metaOf } from './page.ts';
import { comparable, plain } from './plain.ts';

const SITE = /^NewsMediaOrganization$|^WebSite$/u;
/** Parts of a host that name no site. */
const COMMON = /^(?:www|com|org|net|co|info|blog|news|m|amp|edition|[a-z]{2})$/u;

/** The names by which a page may call its site, in comparable form: declared ones, the host and its words. */
export function siteNames(page: MetadataPage): ReadonlySet<string> {
  const publishers = page.things.map((thing) => thingProperty(thing, 'publisher'));
  const sites = page.things.filter((thing) => typesOf(thing).some((type) => SITE.test(type)));
  const declared = [...publishers, ...sites].map((thing) => thing && textProperty(thing, 'name'));
  const names = [
    metaOf(page, ['og:site_name', 'application-name', 'twitter:app:name:iphone']),
    ...declared,
    ...hostNames(page.url),
  ];
  return new Set(names.map((name) => comparable(plain(name ?? ''))).filter((name) => name.length > 1));
}

function hostNames(url: string | null): readonly string[] {
  const host = hostOf(url);
  if (host === null) return [];
  const labels = host.split('.').filter((label) => !COMMON.test(label));
  return [host, ...labels];
}

/** Whether a text is one of the site's names, with or without "the" before and a country or "online" behind. */
export function isSiteName(text: string, names: ReadonlySet<string>): boolean {
  const bare = comparable(text);
  if (names.has(bare) || names.has(bare.replace(/^the/u, '')) || names.has(`the${bare}`)) return true;
  const short = bare.replace(/^the|(?:online|magazine|news|com|digital|web)$/gu, '');
  return short.length > 3 && names.has(short);
}
