import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { command } from '../support/command.ts';

const examples = new URL('../../examples/operating', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'broadside-operating-'));
after(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a program, and fails with what it says if it fails. */
function succeeds(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: folder });
  assert.equal(status, 0, stdout + stderr);
}

test('the example of settings is in order', () => {
  mkdirSync(join(folder, 'site/tale'), { recursive: true });
  writeFileSync(join(folder, 'site/tale/article.json'), '{}');
  succeeds(command, ['serve', '--check', '--config', join(examples, 'server.yaml'), '--site', join(folder, 'site')]);
});

test('nginx and Caddy take the examples', () => {
  const main = join(folder, 'nginx.conf');
  writeFileSync(
    main,
    `pid ${folder}/pid; error_log stderr; events {}\nhttp { include ${join(examples, 'nginx.conf')}; }\n`,
  );
  succeeds('/usr/sbin/nginx', ['-t', '-q', '-c', main]);
  succeeds('caddy', ['validate', '--adapter', 'caddyfile', '--config', join(examples, 'Caddyfile')]);
});
