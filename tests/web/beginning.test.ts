import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { beginning } from '../../web/src/tree/beginning.ts';
import type { CheckedElement, CheckedNode } from '../../web/src/tree/check.ts';

function element(name: string, ...children: CheckedNode[]): CheckedElement {
  return { name, attributes: new Map<string, string>(), children } as unknown as CheckedElement;
}

const title = element('h1', 'A title');
const paragraphs = Array.from({ length: 100 }, () => element('p', 'x'.repeat(960)));
const long = element('article', title, element('div', ...paragraphs));

function bodyOf(tree: CheckedElement): readonly CheckedNode[] {
  const body = tree.children.at(-1);
  assert.ok(typeof body === 'object');
  return body.children;
}

suite('the beginning of a tree', () => {
  test('is the tree itself if its text is no longer', () => {
    assert.equal(beginning(long, 100_000), long);
  });

  test('is the tree itself if there is nothing to cut', () => {
    for (const tree of [element('article'), element('p', 'x'.repeat(100_000)), element('article', 'a', 'b')])
      assert.equal(beginning(tree, 10), tree);
  });

  test('has as much of the text as is asked for', () => {
    assert.equal(bodyOf(beginning(long, 10_000)).length, 10);
    assert.equal(bodyOf(beginning(long, 99_000)).length, 99);
  });

  test('holds the very nodes of the tree, so that those that are there are not looked at again', () => {
    const first = beginning(long, 10_000);
    assert.equal(first.children[0], title);
    assert.equal(bodyOf(first)[9], paragraphs[9]);
  });
});
