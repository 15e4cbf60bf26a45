import type { AnyNode, Element } from 'domhandler';
import { first } from '../outline/first.ts';

/** Characters and nodes that are looked at for a field: enough for `LONGEST_FIELD` and the blanks around it. */
const FIELD = 2_000;

/**
 * The text inside a node, read until `most` characters and nodes, and whether there is more. `edge` gives what stands before and
 * after an element's text, or null to pass it over.
 */
export function textIn(
  node: AnyNode,
  most: number,
  edge: (element: Element) => string | null,
): { readonly text: string; readonly isCut: boolean } {
  let text = '';
  let left = most;
  const open: (AnyNode | string)[] = [...childrenOf(node, most)];
  for (let next = open.pop(); next !== undefined && left > 0; next = open.pop()) {
    const part = typeof next === 'string' ? next : textOf(next);
    text += first(part, left);
    left -= 1 + part.length;
    if (typeof next === 'string') continue;
    const sign = isElement(next) ? edge(next) : '';
    if (sign === null) continue;
    text += sign;
    open.push(sign);
    for (const child of childrenOf(next, most)) open.push(child);
  }
  return { text, isCut: left <= 0 };
}

const isElement = (node: AnyNode): node is Element => 'name' in node && 'children' in node;
const textOf = (node: AnyNode): string => (node.type === 'text' ? node.data : '');
/** The first children of a node, last one first. */
const childrenOf = (node: AnyNode, most: number): readonly AnyNode[] =>
  'children' in node ? node.children.slice(0, most).toReversed() : [];

const texts = new WeakMap<AnyNode, string>();
const withoutScripts = ({ type }: Element): string | null => (type === 'script' || type === 'style' ? null : '');

/** The text of a short element, as far as a field needs it, with its white space as it is. */
export function nearText(element: Element): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text = withoutScripts(element) === null ? '' : textIn(element, FIELD, withoutScripts).text;
  texts.set(element, text);
  return text;
}
