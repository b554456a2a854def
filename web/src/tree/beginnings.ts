import type { CheckedElement, CheckedNode } from './check.ts';

/** The work that an element makes, in characters of text. */
const elementSize = 40;

/**
 * Yields ever longer beginnings of an article's tree, and at last the tree itself, which is the only one if it is not long.
 * `nextSize` tells how many characters to add. What is cut is the last of the article's children, which holds its text.
 */
export function* beginnings(tree: CheckedElement, nextSize: () => number): Generator<CheckedElement> {
  const body = tree.children.at(-1);
  if (typeof body === 'object') {
    let end = endOfPart(body.children, 0, nextSize());
    while (end < body.children.length) {
      const part = { ...body, children: body.children.slice(0, end) };
      yield { ...tree, children: [...tree.children.slice(0, -1), part] };
      end = endOfPart(body.children, end, nextSize());
    }
  }
  yield tree;
}

/** Returns the index after as many of the nodes as have that size together. */
function endOfPart(nodes: readonly CheckedNode[], start: number, size: number): number {
  let end = start;
  for (let sum = 0, node = nodes[end]; node !== undefined && sum < size; node = nodes[++end]) sum += sizeOf(node);
  return end;
}

/** Its recursion is bounded by the check's depth. */
function sizeOf(node: CheckedNode): number {
  if (typeof node === 'string') return node.length;
  return node.children.reduce((sum: number, child) => sum + sizeOf(child), elementSize);
}
