import type { CheckedNode } from './check.ts';
import type { Mounted } from './patch.ts';

/**
 * Returns the tree as mounted on a node that a server rendered; undefined if the node is not what would be made for the tree.
 * Recursion is bounded by the check's depth.
 */
export function adopt(node: Node | undefined, tree: CheckedNode): Mounted | undefined {
  if (typeof tree === 'string') return node instanceof Text && node.data === tree ? { node, tree } : undefined;
  if (!(node instanceof HTMLElement) || node.localName !== tree.name) return undefined;
  if (node.childNodes.length !== tree.children.length) return undefined;
  for (const [name, value] of tree.attributes) if (node.getAttribute(name) !== value) return undefined;
  const children: Mounted[] = [];
  for (const [i, child] of tree.children.entries()) {
    const mounted = adopt(node.childNodes[i], child);
    if (!mounted) return undefined;
    children.push(mounted);
  }
  return { node, tree, children };
}
