import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suite, test } from 'node:test';
import houses from '../data/rooms.json' with { type: 'json' };

/** The purpose of one folder, and the other folders that its files may include. */
interface Room {
  readonly for: string;
  readonly knows: readonly string[];
}

type Rooms = Readonly<Record<string, Room>>;

/** How the files of a language name others: each match has the path that is named. */
interface Language {
  readonly files: RegExp;
  readonly named: RegExp;
  /** Returns the path below the house that a file names. */
  readonly resolve: (file: string, path: string) => string;
}

const typescript: Language = {
  files: /\.ts$/,
  named: /(?:\bfrom|\bimport|\bimport\() ?'(\.[^']*)'/g,
  resolve: (file, path) => posix.join(posix.dirname(file), path),
};
const cpp: Language = {
  files: /\.(cpp|hpp|h|def)$/,
  named: /^#include "([^"]*)"/gm,
  resolve: (_, path) => path,
};

const core: Language = { ...cpp, named: /^#include "core\/([^"]*)"/gm };

const root = join(import.meta.dirname, '../..');

function filesOf(house: string, { files }: Language): string[] {
  const all = readdirSync(join(root, house), { recursive: true, encoding: 'utf8' });
  return all.map((path) => path.replaceAll('\\', '/')).filter((path) => files.test(path));
}

/** The room of a file is the listed folder that holds it most closely. A file in none lies loose. */
function roomOf(file: string, rooms: Rooms): string | undefined {
  const around = Object.keys(rooms).filter((room) => file.startsWith(`${room}/`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** Returns each room that the files of each room name, with the first file that names it. */
function arrowsOf(house: string, rooms: Rooms, language: Language): Map<string, Map<string, string>> {
  const arrows = new Map(Object.keys(rooms).map((room) => [room, new Map<string, string>()]));
  for (const file of filesOf(house, language)) {
    const text = readFileSync(join(root, house, file), 'utf8');
    const from = roomOf(file, rooms);
    for (const [, path = ''] of text.matchAll(language.named)) {
      const to = roomOf(language.resolve(file, path), rooms);
      if (from !== undefined && to !== undefined && from !== to && !arrows.get(from)?.has(to))
        arrows.get(from)?.set(to, file);
    }
  }
  return arrows;
}

/** Returns rooms that lead from one back to itself, or nothing where none does. */
function circleIn(rooms: Rooms, path: readonly string[]): readonly string[] | undefined {
  const next = rooms[path.at(-1) ?? '']?.knows ?? [];
  const back = next.find((room) => path.includes(room));
  if (back !== undefined) return [...path.slice(path.indexOf(back)), back];
  for (const room of next) {
    const circle = circleIn(rooms, [...path, room]);
    if (circle) return circle;
  }
  return undefined;
}

function holdTo(house: string, rooms: Rooms, language: Language, loose: readonly string[]): void {
  suite(`the rooms of ${house}`, () => {
    test('hold every file', () => {
      const found = filesOf(house, language).filter((file) => roomOf(file, rooms) === undefined);
      assert.deepEqual(found.sort(), loose);
    });

    test('are there, and say in one line what they are for', () => {
      const files = filesOf(house, language);
      for (const [room, { for: purpose }] of Object.entries(rooms)) {
        assert.ok(
          files.some((file) => roomOf(file, rooms) === room),
          `${house}/${room} has no file`,
        );
        assert.match(purpose, /^.{10,120}$/);
      }
    });

    test('know those that tests/data/rooms.json says that they know, and no others', () => {
      const arrows = arrowsOf(house, rooms, language);
      for (const [room, { knows }] of Object.entries(rooms)) {
        const found = arrows.get(room) ?? new Map<string, string>();
        for (const [to, file] of found) assert.ok(knows.includes(to), `${house}/${file} names ${to}, and may not`);
        for (const to of knows)
          assert.ok(found.has(to), `no file of ${house}/${room} names ${to}: take it from the list`);
      }
    });

    test('know each other in no circle', () => {
      for (const room of Object.keys(rooms)) assert.equal(circleIn(rooms, [room])?.join(' → '), undefined);
    });
  });
}

holdTo('web/src', houses['web/src'], typescript, ['main.ts']);
holdTo('src', houses.src, cpp, []);
// What every room of the core is made of.
holdTo('src/core', houses['src/core'], core, [
  'ascii.hpp',
  'error.hpp',
  'language_tag.cpp',
  'language_tag.hpp',
  'lines.hpp',
  'number.hpp',
  'utf8.cpp',
  'utf8.hpp',
  'word_list.hpp',
  'words.hpp',
]);
