// Prints what each part of the loader and of the core weighs, and fails if one of them has outgrown its bound:
//
//   node scripts/size.ts     web/dist and build/wasm must have been built
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readWasmModule } from './size/wasm_module.ts';

const root = resolve(import.meta.dirname, '..');

/** The most bytes in Brotli, rounded up from what was reached. A new bound needs its reason in docs/measurements.md. */
const bounds = [
  { what: 'the loader', file: 'web/dist/broadside.js', most: 33_300 },
  { what: 'the core', file: 'build/wasm/broadside-core.wasm', most: 109_500 },
];

printParts('The loader by room, in bytes before Terser', loaderParts());
printParts('The core by room, in bytes of code and data', coreParts());
checkBounds();

/** Returns the bytes of each room in the loader, which web/build.ts has noted. */
function loaderParts(): Map<string, number> {
  const inputs = JSON.parse(readFileSync(join(root, 'build/loader-inputs.json'), 'utf8')) as Record<
    string,
    { bytesInOutput: number }
  >;
  const parts = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const room =
      /web\/(?:src\/)?[\w-]+(?=\/)/.exec(path)?.[0] ?? (path.includes('broadside-core') ? 'Emscripten' : 'web/src');
    add(parts, room, bytesInOutput);
  }
  return parts;
}

/** Returns the bytes of each room, of each of cmark's files and of the libraries in the core. */
function coreParts(): Map<string, number> {
  const { imports, functions, data } = readWasmModule(readFileSync(join(root, 'build/wasm/broadside-core.wasm')));
  const names = functionNames();
  const cmark = filesOfCmark();
  const parts = new Map<string, number>([['tables and other data', data]]);
  for (const [index, bytes] of functions.entries()) add(parts, partOf(names.get(imports + index) ?? '', cmark), bytes);
  return parts;
}

/** Emscripten's symbol map has a line `index:name` for each function. Of C++'s names it is the readable form, with `\20` for a space. */
function functionNames(): Map<number, string> {
  const lines = readFileSync(join(root, 'build/wasm/broadside-core.symbols'), 'utf8').trim().split('\n');
  return new Map(lines.map((line) => [Number.parseInt(line), line.slice(line.indexOf(':') + 1)]));
}

/** Returns the source file of each of cmark's functions. */
function filesOfCmark(): Map<string, string> {
  const folder = join(root, 'build/wasm/CMakeFiles/cmark.dir');
  const objects = globSync('**/*.o', { cwd: folder });
  const listing = execFileSync('emnm', ['--defined-only', '--print-file-name', ...objects], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = listing.matchAll(/^(?:.*\/)?(.+)\.o: \S* [Tt] (\S+)$/gm);
  return new Map(Array.from(lines, ([, file = '', name = '']) => [name, file]));
}

/** A template belongs to its author, whatever it is instantiated for. */
function partOf(name: string, cmark: ReadonlyMap<string, string>): string {
  const file = cmark.get(name) ?? cmark.get(name.replace(/\.\d+$/, ''));
  if (file !== undefined) return `cmark: ${file}`;
  const [, ours, room, library] = /\b(?:(broadside)::(?:(\w+)::)?|(std::__2|tl|nlohmann)::)/.exec(name) ?? [];
  if (ours !== undefined) return roomOf(room ?? '');
  if (library === undefined) return 'Emscripten and the C library';
  return library === 'nlohmann' ? 'nlohmann_json' : 'the standard library';
}

/** Each room has a namespace of its name; what is in no other lies loose in the core. */
function roomOf(namespace: string): string {
  if (namespace === 'wasm') return 'src/wasm';
  return existsSync(join(root, 'src/core', namespace)) ? join('src/core', namespace) : 'src/core';
}

function add(parts: Map<string, number>, part: string, bytes: number): void {
  parts.set(part, (parts.get(part) ?? 0) + bytes);
}

function printParts(heading: string, parts: ReadonlyMap<string, number>): void {
  console.log(heading);
  const sorted = [...parts].sort(([, one], [, other]) => other - one);
  for (const [part, bytes] of [...sorted, ['all', sorted.reduce((sum, [, bytes]) => sum + bytes, 0)] as const])
    console.log(`  ${part.padEnd(44)}${bytes.toLocaleString('en').padStart(9)}`);
}

function checkBounds(): void {
  console.log('In Brotli');
  for (const { what, file, most } of bounds) {
    const bytes = brotliCompressSync(readFileSync(join(root, file))).length;
    console.log(
      `  ${what.padEnd(44)}${bytes.toLocaleString('en').padStart(9)} of at most ${most.toLocaleString('en')}`,
    );
    if (bytes <= most) continue;
    console.error(
      `${file} has outgrown its bound. See above what grew; a higher bound needs its reason in docs/measurements.md.`,
    );
    process.exitCode = 1;
  }
}
