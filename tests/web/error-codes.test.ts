import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { coreErrorCodes, loaderErrorCodes } from '../../web/src/events/error-codes.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

suite('the codes of errors', () => {
  test('are those that the core has', () => {
    const sources = globSync('src/{core,wasm}/**/*.cpp', { cwd: root }).map(read).join('');
    const codes = [...sources.matchAll(/(?:fail\(|Error\{)"([a-z-]+)"/g)].map(([, code]) => code);
    assert.deepEqual([...new Set(codes)].sort(), coreErrorCodes);
  });

  test('are documented: those of the loader by one line of the table each, those of the core in their list', () => {
    const docs = read('docs/embedding.md');
    const cells = [...docs.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) +\|/gm)].map(([, cell]) => cell ?? '');
    const inTable = new Set(cells.flatMap((cell) => cell.split(', ')));
    for (const code of loaderErrorCodes) assert.ok(inTable.has(`\`${code}\``), code);
    const list = /^A code of the core itself[^]*?$(?=\n\n)/m.exec(docs)?.[0] ?? '';
    for (const code of coreErrorCodes) assert.ok(list.includes(`\`${code}\``), code);
  });
});
