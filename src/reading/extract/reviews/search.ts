import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/** What selectors find in one part of a page, in page order. Elements around the part count too: `.a .b` finds a `.b` in a part in an `.a`. */
export interface Search {
  readonly node: AnyNode;
  /** Among all that stands inside the part. */
  readonly inside: (selector: string) => readonly Element[];
  /** The same, and first the part itself if the selector finds it. */
  readonly from: (selector: string) => readonly Element[];
  /** Searches parts of it, none inside another. */
  readonly split: (parts: readonly Element[]) => (part: Element) => Search;
}

interface Finds {
  readonly selves: ReadonlySet<AnyNode>;
  readonly inside: ReadonlyMap<AnyNode, readonly Element[]>;
}

/** Searches a whole page. */
export function searchPage($: CheerioAPI): Search {
  const root = $.root().get(0) as AnyNode;
  return searchParts($, [root])(root);
}

/**
 * Searches many parts at the price of one: a selector runs once over all of their elements, when it is first asked for. `find` of
 * cheerio compiles it for each part, and compares each child with each, which takes minutes on large pages.
 */
function searchParts($: CheerioAPI, parts: readonly AnyNode[]): (part: AnyNode) => Search {
  const owners = ownersOf(parts);
  const all = $([...owners.keys()]);
  const known = new Map<string, Finds>();
  const find = (selector: string): Finds => {
    const found = known.get(selector) ?? grouped(all.filter(selector).toArray(), owners);
    known.set(selector, found);
    return found;
  };
  return (part) => {
    const inside = (selector: string): readonly Element[] => find(selector).inside.get(part) ?? [];
    const from = (selector: string): readonly Element[] =>
      find(selector).selves.has(part) ? [part as Element, ...inside(selector)] : inside(selector);
    return { node: part, inside, from, split: (inner) => searchParts($, inner) };
  };
}

function grouped(nodes: readonly Element[], owners: ReadonlyMap<Element, AnyNode>): Finds {
  const selves = new Set<AnyNode>();
  const inside = new Map<AnyNode, Element[]>();
  for (const node of nodes) {
    const owner = owners.get(node) ?? node;
    const group = inside.get(owner);
    if (owner === node) selves.add(node);
    else if (group) group.push(node);
    else inside.set(owner, [node]);
  }
  return { selves, inside };
}

/** The elements of the parts in page order, each with its part. */
function ownersOf(parts: readonly AnyNode[]): ReadonlyMap<Element, AnyNode> {
  const owners = new Map<Element, AnyNode>();
  for (const part of parts) {
    const open: AnyNode[] = [part];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!('children' in node)) continue;
      if ('name' in node) owners.set(node, part);
      for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as AnyNode);
    }
  }
  return owners;
}
