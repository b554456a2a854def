import { contentRules } from '../generated/vocabulary.ts';
import type { CheckedElement, CheckedNode } from '../tree/check.ts';
import { partOf } from '../tree/parts.ts';

const empty = new Set(contentRules.empty.split(' '));

/** Returns an element as HTML, which a parser reads as what the loader makes of the tree. Recursion is bounded by the check's depth. */
export function toHtml(tree: CheckedElement): string {
  const { name, children } = tree;
  const start = `<${name}${attributesOf(tree)}>`;
  if (empty.has(name)) return start;
  // A parser drops the first line end in these.
  const lineEnd = name === 'pre' && startsWithLineEnd(children[0]) ? '\n' : '';
  return `${start}${lineEnd}${children.map(nodeToHtml).join('')}</${name}>`;
}

function nodeToHtml(node: CheckedNode): string {
  return typeof node === 'string' ? escaped(node) : toHtml(node);
}

function startsWithLineEnd(node: CheckedNode | undefined): boolean {
  return typeof node === 'string' && node.startsWith('\n');
}

function attributesOf(tree: CheckedElement): string {
  const part = partOf(tree);
  const attributes = [...(part === undefined ? [] : [['part', part] as const]), ...tree.attributes];
  return attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Returns a text as the content of an element or of an attribute in double quotes. A parser reads a bare CR as a line end. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => references[character] ?? '');
}
