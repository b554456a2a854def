import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** The rooms that the files of each room use, by the room's name. */
type Arrows = Map<string, Set<string>>;

const root = path.resolve(import.meta.dirname, '../..');

/** The name for the files of a part that lie in none of its rooms. */
const loose = '.';

/** The parts of the source tree between whose rooms docs/architecture.md draws arrows. */
const parts = ['src', 'src/core', 'src/publish', 'src/server', 'web/src'];

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cpp|hpp|def|ts)$/.test(name))
    .map((name) => path.join(folder, name));
}

/** Returns the files of the repository that a file includes or imports. */
function usedBy(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (file.endsWith('.ts'))
    return [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)].map(([, name = '']) =>
      path.join(path.dirname(file), name),
    );
  // Some of them include files that the build generates.
  return [...text.matchAll(/^#include "([^"]+)"/gm)]
    .map(([, name = '']) => path.join('src', name))
    .filter((name) => existsSync(path.join(root, name)));
}

/** Returns the room in which the file lies, or nothing if it lies in another part. */
function roomOf(file: string, part: string): string | undefined {
  if (!file.startsWith(part + '/')) return undefined;
  const parts = file.slice(part.length + 1).split('/');
  return parts.length > 1 ? parts[0] : loose;
}

function arrowsIn(part: string): Arrows {
  const arrows: Arrows = new Map();
  for (const file of filesIn(part)) {
    const from = roomOf(file, part) ?? loose;
    const uses = arrows.get(from) ?? new Set();
    arrows.set(from, uses);
    for (const used of usedBy(file)) {
      const to = roomOf(used, part);
      if (to !== undefined && to !== from) uses.add(to);
    }
  }
  return arrows;
}

/** Returns the arrows as the document writes them: a line "room → room, room" for each room, in the order of the names. */
function written(arrows: Arrows): string[] {
  const inOrder = [...arrows].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([room, uses]) => `${room} → ${[...uses].sort().join(', ') || 'nothing'}`);
}

/** Returns a path from a room back to itself, or nothing if there is none. */
function circleIn(arrows: Arrows): string[] | undefined {
  const done = new Set<string>();
  const visit = (room: string, way: string[]): string[] | undefined => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of arrows.get(room) ?? []) {
      const circle = visit(next, [...way, room]);
      if (circle) return circle;
    }
    done.add(room);
    return undefined;
  };
  for (const room of arrows.keys()) {
    const circle = visit(room, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Returns the lines of the document's block for a part: "```arrows src/core". */
function documented(part: string): string[] {
  const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const block = new RegExp('^```arrows ' + part + '\\n(.*?)^```$', 'ms').exec(text);
  assert.ok(block, `docs/architecture.md has no block "arrows ${part}"`);
  return (block[1] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ +→/, ' →'));
}

for (const part of parts) {
  test(`the arrows between the rooms of ${part} are those of docs/architecture.md`, () => {
    assert.deepEqual(documented(part), written(arrowsIn(part)));
  });

  test(`no path between the rooms of ${part} leads back to where it began`, () => {
    assert.equal(circleIn(arrowsIn(part)), undefined);
  });
}

test('a cycle is found, and none is found where there is none', () => {
  const arrows: Arrows = new Map([
    ['a', new Set(['b', 'c'])],
    ['b', new Set(['c'])],
    ['c', new Set<string>()],
  ]);
  assert.equal(circleIn(arrows), undefined);
  arrows.set('c', new Set(['b']));
  assert.deepEqual(circleIn(arrows), ['b', 'c', 'b']);
});
