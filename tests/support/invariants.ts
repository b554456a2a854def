import assert from 'node:assert/strict';
import { type DefaultTreeAdapterTypes as Parse5, parse, parseFragment, serialize } from 'parse5';
import { Origins } from '../../web/src/network/origins.ts';
import { check } from '../../web/src/tree/check.ts';
import { Setting } from '../../web/src/tree/setting.ts';
import { childrenOf, type Tree } from './document.ts';

// The core's own limit (markdown::deepest), plus one for the `div` around it.
const deepest = 81;

const address = new URL('https://article.example/text/');
const origins = new Origins('https://host.example', address.origin);

const setting = new Setting({ base: address, page: address, origins, headingLevel: 1 });

/**
 * Asserts the properties of everything that the core makes of Markdown. `tree` is the answer to the request `markdown`,
 * `html` that to the request `html`.
 */
export function assertInvariants(tree: Tree, html: string): void {
  assertInVocabulary(tree);
  assertUniqueIds(tree);
  assert.ok(!html.includes('<!'), 'a comment');
  assertSameDocument(tree, html);
}

/** Asserts that the loader shows the tree: nothing in it is unknown, too deep or has an unsafe address. */
function assertInVocabulary(tree: Tree): void {
  check(tree, 'content', setting);
  const depth = depthOf(tree);
  assert.ok(depth <= deepest, `${depth} elements deep`);
}

function depthOf(tree: Tree): number {
  let deepestChild = 0;
  for (const child of tree) if (Array.isArray(child)) deepestChild = Math.max(deepestChild, depthOf(child));
  return 1 + deepestChild;
}

function assertUniqueIds(tree: Tree, seen = new Set<string>()): void {
  const [, second] = tree;
  const id = typeof second === 'object' && !Array.isArray(second) ? second['id'] : undefined;
  if (id !== undefined) {
    assert.ok(!seen.has(id), `two elements with the id ${id}`);
    seen.add(id);
  }
  for (const child of tree) if (Array.isArray(child)) assertUniqueIds(child, seen);
}

/**
 * Asserts that a parser makes the same tree of the HTML, in whatever element, and again of the HTML that it then
 * writes.
 */
function assertSameDocument(tree: Tree, html: string): void {
  const div = parseFragment('<div></div>').childNodes[0] as Parse5.Element;
  const fragment = parseFragment(div, html, {});
  assertSame(fragment, tree, 'as a fragment');
  assertSame(parseFragment(div, serialize(fragment), {}), tree, 'as a fragment, written and read again');
  assertSame(inPage('<!doctype html>', html), tree, 'in a page');
  assertSame(inPage('', html), tree, 'in a page in quirks mode');
}

function inPage(doctype: string, html: string): Parse5.ParentNode {
  const body = bodyOf(parse(`${doctype}<html><head></head><body><div>${html}</div></body></html>`));
  const [div, ...others] = body.childNodes;
  assert.equal(others.length, 0, 'it leaks out of the element that it stands in');
  return div as Parse5.Element;
}

function bodyOf(document: Parse5.Document): Parse5.Element {
  const html = document.childNodes.find((node) => node.nodeName === 'html') as Parse5.Element;
  return html.childNodes.find((node) => node.nodeName === 'body') as Parse5.Element;
}

function assertSame(parent: Parse5.ParentNode, tree: Tree, where: string): void {
  const found: Tree = ['div', ...childrenOf(parent)];
  // This comparison is far quicker than deepEqual, which then shows the difference.
  if (JSON.stringify(found) !== JSON.stringify(tree)) assert.deepEqual(found, tree, `another document ${where}`);
}
