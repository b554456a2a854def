import { type DefaultTreeAdapterTypes as Parse5, parse, parseFragment } from 'parse5';

/** An element of a tree, as the core writes it: `["p", {"class": "dek"}, "text", ["em", "more"]]`. */
export type Tree = [string, ...(Record<string, string> | Tree | string)[]];

/**
 * Returns the document that an HTML parser makes of a text, as a tree in a `div`, without the white space between
 * blocks that CommonMark's examples have.
 */
export function parsedWithoutLayout(html: string): Tree {
  const fragment = parseFragment(html);
  removeLayout(fragment);
  return treeOf('div', {}, fragment);
}

/** Returns the only `article` of a page. */
export function articleOf(page: string): Tree {
  const articles: Parse5.Element[] = [];
  collect(parse(page), 'article', articles);
  const [article] = articles;
  if (articles.length !== 1 || !article) throw new Error(`a page with ${String(articles.length)} articles`);
  return treeOf('article', attributesOf(article), article);
}

/** Returns a node's children in an HTML parser's document as trees, without comments. */
export function childrenOf(parent: Parse5.ParentNode): (Tree | string)[] {
  return parent.childNodes.flatMap((node): (Tree | string)[] => {
    if (node.nodeName === '#text') return [(node as Parse5.TextNode).value];
    return 'tagName' in node ? [treeOf(node.tagName, attributesOf(node), node)] : [];
  });
}

/** Returns all text in a tree. */
export function textOf(tree: Tree): string {
  return tree
    .slice(1)
    .map((child) => (typeof child === 'string' ? child : Array.isArray(child) ? textOf(child) : ''))
    .join('');
}

function collect(parent: Parse5.ParentNode, name: string, found: Parse5.Element[]): void {
  for (const node of parent.childNodes) {
    if ('tagName' in node && node.tagName === name) found.push(node);
    if ('childNodes' in node) collect(node, name, found);
  }
}

function treeOf(name: string, attributes: Record<string, string>, parent: Parse5.ParentNode): Tree {
  const children = childrenOf(parent);
  return Object.keys(attributes).length > 0 ? [name, attributes, ...children] : [name, ...children];
}

function attributesOf(element: Parse5.Element): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

const blocks = new Set(
  'blockquote div dl dd dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul'.split(' '),
);
const inlineBlocks = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'th']);

function removeLayout(parent: Parse5.ParentNode): void {
  const isBlock = (node: Parse5.ChildNode | undefined): boolean =>
    node === undefined ? !inlineBlocks.has(parent.nodeName) : blocks.has(node.nodeName);
  parent.childNodes = parent.childNodes.filter((node, index, siblings) => {
    if (node.nodeName === 'pre') return true;
    if ('childNodes' in node) removeLayout(node);
    if (node.nodeName !== '#text') return true;
    const text = node as Parse5.TextNode;
    const previous = siblings[index - 1];
    const inBlocks = blocks.has(parent.nodeName) || parent.nodeName === '#document-fragment';
    if (inBlocks && isBlock(previous)) text.value = text.value.replace(/^\n+/, '');
    if (inBlocks && isBlock(siblings[index + 1])) text.value = text.value.replace(/\n+$/, '');
    if (previous?.nodeName === 'br') text.value = text.value.replace(/^\n/, '');
    return text.value !== '';
  });
}
