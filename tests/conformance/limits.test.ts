import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { broadside } from '../support/command.ts';
import { wasmAnswer } from '../support/core.ts';

const limit = 2 << 20;
const message = 'must be at most 2 MiB (2,097,152 bytes)';

test('a text of 2 MiB is rendered, and a longer one is refused with the limit, natively and as WebAssembly', () => {
  const longest = 'a'.repeat(limit);
  assert.equal(broadside(['render'], longest), `<p>${longest}</p>`);
  assert.equal(wasmAnswer('html', { markdown: longest }), `<p>${longest}</p>`);

  assert.throws(() => broadside(['render'], `${longest}a`), {
    status: 1,
    stderr: `broadside: standard input: the text ${message}\n`,
  });
  assert.deepEqual(JSON.parse(wasmAnswer('html', { markdown: `${longest}a` })), {
    code: 'too-long',
    where: 'markdown',
    message,
  });
});

test('the error for a file that is too long names the file', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-'));
  context.after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'long.md');
  writeFileSync(file, 'a'.repeat(limit + 1));
  assert.throws(() => broadside(['render', file]), { stderr: `broadside: ${file}: the text ${message}\n` });
});
