import { Parser } from 'htmlparser2';

/** Where a document that broke off can be closed: after its last whole item. */
const CLOSINGS = [
  { root: /<rss[\s>]/i, item: '</item>', end: '</channel></rss>' },
  { root: /<rdf:RDF[\s>]/i, item: '</item>', end: '</rdf:RDF>' },
  { root: /<feed[\s>]/i, item: '</entry>', end: '</feed>' },
] as const;

/**
 * What XML does not allow and feeds contain all the same: text before the document (warnings, blank lines), control
 * characters, and `<` that opens nothing. JSON is returned as it is.
 */
export function repairXml(text: string): string {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (trimmed.startsWith('{')) return trimmed;
  const start = trimmed.search(/<(?:\?xml|!doctype|rss|rdf:rdf|feed|[a-z]{1,10}:feed)[\s>]/i);
  return (
    trimmed
      .slice(Math.max(start, 0))
      // eslint-disable-next-line no-control-regex -- these are the characters to remove
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replace(/<(?![A-Za-z_/!?])/g, '&lt;')
  );
}

/** The document cut after its last whole item and closed there; null when it holds no whole item. */
export function closeTruncated(xml: string): string | null {
  const head = xml.slice(0, 2000);
  const closing = CLOSINGS.find(({ root }) => root.test(head));
  const at = closing === undefined ? -1 : xml.toLowerCase().lastIndexOf(closing.item);
  return closing === undefined || at < 0 ? null : xml.slice(0, at + closing.item.length) + closing.end;
}

/** HTML as a reader sees it: without tags, entities resolved, white space folded. */
export function plainText(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (data) => {
      text += data;
    },
    onopentagname: (name) => {
      if (name === 'br' || name === 'p' || name === 'div') text += ' ';
    },
  });
  parser.end(html);
  return text.replace(/\s+/g, ' ').trim();
}
