import { contentRules } from '../../src/generated/vocabulary.ts';
import { escaped } from '../../src/package/markup.ts';
import type { Tree } from '../../src/package/options.ts';

type Attributes = Readonly<Record<string, string>>;
type Node = string | Tree;

const empty = new Set(contentRules.empty.split(' '));

/** Returns a tree as JSON with a line for each element that holds others, and for each that holds text. */
export function printedTree(tree: Tree): string {
  return lines(tree, '', {
    whole: (one) => JSON.stringify(one),
    start: (name, attributes) => `[${JSON.stringify(name)}${attributes ? `, ${JSON.stringify(attributes)}` : ''},`,
    end: () => ']',
    separator: ',',
  });
}

/** Returns a tree as HTML, with as many lines. */
export function printedHtml(tree: Tree): string {
  return lines(tree, '', {
    whole: html,
    start: (name, attributes) => startTag(name, attributes),
    end: (name) => `</${name}>`,
    separator: '',
  });
}

interface Notation {
  readonly whole: (tree: Tree) => string;
  readonly start: (name: string, attributes: Attributes | undefined) => string;
  readonly end: (name: string) => string;
  readonly separator: string;
}

/** Divides an element that holds only elements into lines. White space in one that holds text would be part of the text. */
function lines(tree: Tree, indent: string, notation: Notation): string {
  const { name, attributes, children } = partsOf(tree);
  if (children.length === 0 || name === 'pre' || !children.every((child) => typeof child === 'object'))
    return indent + notation.whole(tree);
  const inner = children.map((child) => lines(child, `${indent}  `, notation)).join(`${notation.separator}\n`);
  return `${indent}${notation.start(name, attributes)}\n${inner}\n${indent}${notation.end(name)}`;
}

function html(tree: Tree): string {
  const { name, attributes, children } = partsOf(tree);
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : html(child))).join('');
  return startTag(name, attributes) + (empty.has(name) ? '' : `${content}</${name}>`);
}

function startTag(name: string, attributes: Attributes = {}): string {
  return `<${name}${Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('')}>`;
}

function partsOf([name, ...content]: Tree): {
  name: string;
  attributes: Attributes | undefined;
  children: readonly Node[];
} {
  const [first] = content;
  const attributes = typeof first === 'object' && !Array.isArray(first) ? (first as Attributes) : undefined;
  return { name, attributes, children: (attributes ? content.slice(1) : content) as readonly Node[] };
}
