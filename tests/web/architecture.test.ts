import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** What the files of one room use of the others in the same house: the names of rooms. */
type Arrows = Map<string, Set<string>>;

const root = path.resolve(import.meta.dirname, '../..');

/** Files that lie in the house itself and in no room of it. */
const loose = '.';

/** The houses whose rooms docs/architecture.md draws arrows between. */
const houses = ['src', 'src/core', 'src/publish', 'src/server', 'web/src'];

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cpp|hpp|def|ts)$/.test(name))
    .map((name) => path.join(folder, name));
}

/** The files of the repository that a file includes or imports. */
function usedBy(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (file.endsWith('.ts'))
    return [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)].map(([, name = '']) =>
      path.join(path.dirname(file), name),
    );
  // Some include what the build makes out of other files.
  return [...text.matchAll(/^#include "([^"]+)"/gm)]
    .map(([, name = '']) => path.join('src', name))
    .filter((name) => existsSync(path.join(root, name)));
}

/** The room of the house in which the file lies; nothing where it lies elsewhere. */
function roomOf(file: string, house: string): string | undefined {
  if (!file.startsWith(house + '/')) return undefined;
  const parts = file.slice(house.length + 1).split('/');
  return parts.length > 1 ? parts[0] : loose;
}

function arrowsIn(house: string): Arrows {
  const arrows: Arrows = new Map();
  for (const file of filesIn(house)) {
    const from = roomOf(file, house) ?? loose;
    const uses = arrows.get(from) ?? new Set();
    arrows.set(from, uses);
    for (const used of usedBy(file)) {
      const to = roomOf(used, house);
      if (to !== undefined && to !== from) uses.add(to);
    }
  }
  return arrows;
}

/** The arrows as the document writes them: a line "room → room, room" for each room, in the order of the names. */
function written(arrows: Arrows): string[] {
  const inOrder = [...arrows].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([room, uses]) => `${room} → ${[...uses].sort().join(', ') || 'nothing'}`);
}

/** A way from a room back to itself; nothing where there is none. */
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

/** The lines of the document's block for a house: "```arrows src/core". */
function documented(house: string): string[] {
  const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const block = new RegExp('^```arrows ' + house + '\\n(.*?)^```$', 'ms').exec(text);
  assert.ok(block, `docs/architecture.md has no block "arrows ${house}"`);
  return (block[1] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ +→/, ' →'));
}

for (const house of houses) {
  test(`the arrows between the rooms of ${house} are those of docs/architecture.md`, () => {
    assert.deepEqual(documented(house), written(arrowsIn(house)));
  });

  test(`no way between the rooms of ${house} leads back to where it began`, () => {
    assert.equal(circleIn(arrowsIn(house)), undefined);
  });
}

test('a circle is found, and what is none is not', () => {
  const arrows: Arrows = new Map([
    ['a', new Set(['b', 'c'])],
    ['b', new Set(['c'])],
    ['c', new Set<string>()],
  ]);
  assert.equal(circleIn(arrows), undefined);
  arrows.set('c', new Set(['b']));
  assert.deepEqual(circleIn(arrows), ['b', 'c', 'b']);
});
