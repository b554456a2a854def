import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { beginnings } from '../../web/src/tree/beginnings.ts';
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

suite('the beginnings of a tree', () => {
  test('are the tree alone if its text is no longer than one part', () => {
    const parts = [...beginnings(long, () => 100_000)];
    assert.equal(parts.length, 1);
    assert.equal(parts[0], long);
  });

  test('are the tree alone if there is nothing to cut', () => {
    for (const tree of [element('article'), element('p', 'x'.repeat(100_000)), element('article', 'a', 'b')])
      assert.deepEqual([...beginnings(tree, () => 10)], [tree]);
  });

  test('grow by as much as is asked for, until the tree is whole', () => {
    const sizes = [10_000, 20_000, 40_000, 80_000];
    const parts = [...beginnings(long, () => sizes.shift() ?? 0)];
    assert.deepEqual(
      parts.map((part) => bodyOf(part).length),
      [10, 30, 70, 100],
    );
    assert.equal(parts.at(-1), long);
  });

  test('hold the very nodes of the tree, so that those that are there are not looked at again', () => {
    const [first] = beginnings(long, () => 10_000);
    assert.ok(first);
    assert.equal(first.children[0], title);
    assert.equal(bodyOf(first)[9], paragraphs[9]);
  });
});
