// Writes the core's tables that are generated but not by the build: node scripts/character-tables.ts, after ./dev build
// native. They change with Unicode; the version is that of the Node.js that runs this script.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const madeBy = '// Made by scripts/character-tables.ts; not to be edited.';
const unicode = `Unicode ${process.versions['unicode'] ?? ''}`;

function write(path: string, about: string, lines: readonly string[]): void {
  writeFileSync(new URL(path, root), [madeBy, `// ${about}`, ...lines, ''].join('\n'));
}

const hex = (number: number): string => `0x${number.toString(16).toUpperCase()}`;

// Returns a text as a C++ string literal. Characters that would be invisible or would not stay apart are escaped.
function literal(text: string): string {
  const escape = (character: string): string => {
    const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
  };
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\p{C}\p{M}\p{Z}]/gu, escape);
}

function* scalarValues(): Iterable<number> {
  for (let value = 0; value < 0xd800; value++) yield value;
  for (let value = 0xe000; value < 0x110000; value++) yield value;
}

function ranges(kind: RegExp): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const value of scalarValues()) {
    if (!kind.test(String.fromCodePoint(value))) continue;
    const range = ranges.at(-1);
    if (range?.last === value - 1) range.last = value;
    else ranges.push({ first: value, last: value });
  }
  return ranges.map(({ first, last }) => `RANGE(${hex(first)}, ${hex(last)})`);
}

// Returns the full case folding (Unicode, 3.13). It is made of JavaScript's mappings, which differ from it only at the
// dotless i.
function folded(character: string): string {
  return character === 'ı' ? character : character.toLowerCase().toUpperCase().toLowerCase();
}

// Returns runs of characters that fold to one at the same distance. If small and capital letters alternate, the run
// does so too.
function caseFolding(): string[] {
  const runs: { first: number; last: number; step: number; delta: number }[] = [];
  const sequences: string[] = [];
  for (const value of scalarValues()) {
    const character = String.fromCodePoint(value);
    const to = folded(character);
    if (to === character) continue;
    if (Array.from(to).length > 1) {
      sequences.push(`SEQUENCE(${hex(value)}, "${literal(to)}")`);
      continue;
    }
    const delta = (to.codePointAt(0) ?? 0) - value;
    const run = runs.at(-1);
    const step = run ? value - run.last : 0;
    if (run?.delta === delta && step <= 2 && (run.first === run.last || run.step === step)) {
      run.step = step;
      run.last = value;
    } else {
      runs.push({ first: value, last: value, step: 1, delta });
    }
  }
  return [
    ...runs.map(({ first, last, step, delta }) => `RUN(${hex(first)}, ${hex(last)}, ${step}, ${delta})`),
    ...sequences,
  ];
}

// Returns HTML's names that end in a semicolon, from the list in cmark-gfm's sources.
function characterReferences(): string[] {
  const source = readFileSync(new URL('build/native/_deps/cmark_source-src/src/entities.inc', root), 'utf8');
  return [...source.matchAll(/"(\w+)", \{([\d, ]+)\}/g)].map(([, name = '', bytes = '']) => {
    const text = Buffer.from(bytes.split(',').map(Number)).subarray(0, -1).toString('utf8');
    return `"${name};" "${literal(text)}\\0"`;
  });
}

write('src/core/unicode/punctuation.def', `${unicode}: the general categories P and S.`, ranges(/[\p{P}\p{S}]/u));
write('src/core/unicode/mark.def', `${unicode}: the general category M.`, ranges(/\p{M}/u));
write('src/core/unicode/case_folding.def', `${unicode}: full case folding.`, caseFolding());
write('src/core/unicode/character_references.def', "HTML's named character references.", characterReferences());
