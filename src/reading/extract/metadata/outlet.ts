import type { Outlet } from '../../../domain/reading.ts';
import { type Thing, textProperty, thingProperty, typesOf } from '../json-ld.ts';
import { hostOf, type MetadataPage, metaOf } from './page.ts';
import { plain } from './plain.ts';

/** Country domains that are also used for their letters say nothing. */
const GENERIC = /^(?:tv|io|co|me|fm|ai|eu)$/u;

/** Who published the page; facts that came with it win. Null for a page without an address. */
export function outletOf(page: MetadataPage, given: Partial<Outlet> | undefined): Outlet | null {
  const domain = hostOf(page.url);
  if (domain === null) return given?.domain === undefined ? null : bareOutlet(given.domain, given);
  const locale = metaOf(page, ['og:locale']) ?? '';
  const declared = page.outline.head.language ?? locale;
  const found = bareOutlet(domain, {
    name: metaOf(page, ['og:site_name']) ?? publisher(page.things) ?? domain,
    country: countryOf(domain) ?? regionOf(declared) ?? regionOf(locale),
    language: /^[a-z]{2}/iu.exec(declared)?.[0]?.toLowerCase() ?? null,
  });
  return { ...found, ...given };
}

/** An outlet of which only some facts are known. */
export const bareOutlet = (domain: string, known: Partial<Outlet> = {}): Outlet => ({
  domain,
  name: domain,
  country: null,
  language: null,
  kind: null,
  ...known,
});

function publisher(things: readonly Thing[]): string | null {
  for (const thing of things) {
    const name = nameOf(thingProperty(thing, 'publisher'), things);
    if (name !== null) return name;
  }
  const site = things.find((thing) => typesOf(thing).includes('WebSite'));
  return nameOf(site ?? null, things);
}

/** The name of a thing, or of the thing that it refers to. */
function nameOf(thing: Thing | null, things: readonly Thing[]): string | null {
  if (thing === null) return null;
  const meant = thing['name'] ? thing : things.find((other) => other['@id'] === thing['@id'] && other['name']);
  const name = meant ? textProperty(meant, 'name') : null;
  return name === null ? null : plain(name) || null;
}

function countryOf(domain: string): string | null {
  const top = domain.split('.').at(-1) ?? '';
  if (top === 'uk') return 'GB';
  return /^[a-z]{2}$/u.test(top) && !GENERIC.test(top) ? top.toUpperCase() : null;
}

const regionOf = (tag: string): string | null => /^[a-z]{2,3}[-_]([A-Z]{2})\b/u.exec(tag)?.[1] ?? null;
