import type { CheckedElement, CheckedNode } from './check.ts';

/** The work that an element makes, in characters of text. */
const elementSize = 40;

/**
 * Returns an article's tree without what comes after so many characters of its text; the tree itself if it has no more. What is cut is
 * the last of the article's children, which holds its text.
 */
export function beginning(tree: CheckedElement, size: number): CheckedElement {
  const body = tree.children.at(-1);
  if (typeof body !== 'object') return tree;
  let end = 0;
  for (let sum = 0; end < body.children.length && sum < size; end++) sum += sizeOf(body.children[end] ?? '');
  if (end === body.children.length) return tree;
  return { ...tree, children: [...tree.children.slice(0, -1), { ...body, children: body.children.slice(0, end) }] };
}

/** Its recursion is bounded by the check's depth. */
function sizeOf(node: CheckedNode): number {
  if (typeof node === 'string') return node.length;
  return node.children.reduce((sum: number, child) => sum + sizeOf(child), elementSize);
}
