import { folded } from '../text.ts';
import type { Attributes } from './box.ts';
import type { Cut } from './cut.ts';
import { first } from './first.ts';
import { LONGEST_VALUE, MOST_IN_HEAD } from './limits.ts';
import type { Head } from './outline.ts';

/** Where raw text goes while it is no text of the page. */
type Sink = 'title' | 'json-ld' | null;

/** Gathers what a page says of itself where readers do not look, wherever that stands. */
export function createHeadReader() {
  const meta = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const cuts = new Set<Cut>();
  let title = '';
  let canonical: string | null = null;
  let language: string | null = null;
  let sink: Sink = null;
  let source = '';
  let data = 0;
  let metas = 0;

  /** Whether the element is one that only the head is concerned with. */
  function open(tag: string, attributes: Attributes): boolean {
    if (tag === 'html') language = languageOf(attributes) ?? language;
    else if (tag === 'meta') readMeta(attributes);
    else if (tag === 'link') canonical ??= canonicalOf(attributes);
    else if (tag === 'title') sink = 'title';
    else if (tag === 'script' && /ld\+json/iu.test(attributes['type']?.slice(0, 100) ?? '')) {
      sink = 'json-ld';
      source = '';
    } else return false;
    return true;
  }

  function close(tag: string): void {
    if (sink === null || (tag !== 'script' && tag !== 'title')) return;
    if (sink === 'json-ld' && tag === 'script') {
      if (jsonLd.length < MOST_IN_HEAD.scripts) jsonLd.push(source);
      else cuts.add('scripts');
    }
    sink = null;
  }

  /** Whether text belongs to the head, where it is kept. */
  function take(text: string): boolean {
    if (sink === 'json-ld') {
      data += text.length;
      if (data <= MOST_IN_HEAD.data) source += text;
      else cuts.add('data');
    } else if (sink === 'title') title += first(text, MOST_IN_HEAD.title - title.length);
    return sink !== null;
  }

  function readMeta(attributes: Attributes): void {
    const content = first(attributes['content'] ?? '', LONGEST_VALUE.head);
    const name = content === '' ? null : nameOf(attributes);
    if (name === null) return;
    if (metas >= MOST_IN_HEAD.meta) {
      cuts.add('meta');
      return;
    }
    metas += 1;
    const values = meta.get(name);
    if (values) values.push(content);
    else meta.set(name, [content]);
  }

  const result = (): Head => ({ title: folded(title), meta, jsonLd, canonical, language });

  return { open, close, take, result, cut: (): Iterable<Cut> => cuts };
}

/** The name of a meta element in lower case. */
function nameOf(attributes: Attributes): string | null {
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = first(attributes[attribute] ?? '', LONGEST_VALUE.other).toLowerCase();
    if (name !== '') return name;
  }
  return null;
}

const languageOf = (attributes: Attributes): string | null =>
  first(attributes['lang'] || attributes['xml:lang'] || '', 100) || null;

const canonicalOf = (attributes: Attributes): string | null =>
  /\bcanonical\b/iu.test(attributes['rel']?.slice(0, 100) ?? '')
    ? first(attributes['href'] ?? '', LONGEST_VALUE.other) || null
    : null;
