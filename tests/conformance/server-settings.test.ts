import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { command } from '../support/command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'broadside-settings-'));
const file = path.join(folder, 'server.yaml');
mkdirSync(path.join(folder, 'site', 'tale'), { recursive: true });
writeFileSync(path.join(folder, 'site', 'tale', 'article.json'), '{}');
writeFileSync(path.join(folder, 'words.txt'), 'casino\n');
after(() => {
  rmSync(folder, { recursive: true });
});

/** Checks settings, which are written to a file, with more options and variables of the environment. */
function check(settings: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  writeFileSync(file, settings);
  const env = { ...process.env, ...environment };
  const all = ['serve', '--check', '--config', file, ...args];
  const { status, stderr } = spawnSync(command, all, { encoding: 'utf8', env });
  return { status, said: stderr };
}

const settings = `site: site # beside this file
database: replies.sqlite
port: 8090
allow-origin: [https://news.example, https://other.example]
trusted-proxy: 10.0.0.0/8
hold: first-timers
hold-links: 2
hold-words: words.txt
`;

test('a file has all settings of the server, with paths relative to its folder', () => {
  assert.deepEqual(check(settings), { status: 0, said: 'The settings are in order. The database was not opened.\n' });
  assert.equal(check('site: site\ndatabase: postgresql://ada@db.example/replies\n').status, 0);
});

test('what is wrong is named with file and line, all at once', () => {
  const { status, said } = check(settings + 'hold-rate: many\ncolour: red\nport: 1\n');
  assert.equal(status, 1);
  assert.match(said, /server\.yaml:11: port: /); // it is there twice
  const faults = check('site: site\nhold-rate: many\ncolour: red\nport: [1, 2]\nhold: them\n').said;
  assert.match(faults, /server\.yaml:2: .*hold-rate/);
  assert.match(faults, /server\.yaml:3: colour: is no setting of the server; these are: site, database, /);
  assert.match(faults, /server\.yaml:4: port: must be one value/);
  assert.match(faults, /server\.yaml:5: .*them/);
  assert.match(check('site: [').said, /server\.yaml:\d/);
  assert.match(check(settings.replace('news.example', '*')).said, /\*/);
});

test('the command line goes before the environment, and that before the file', () => {
  const wrong = settings.replace('2', 'two').replace('8090', '70000');
  assert.match(check(wrong).said, /port[^]*hold-links/);
  assert.equal(check(wrong, ['--port', '8091'], { BROADSIDE_HOLD_LINKS: '3' }).status, 0);
  assert.match(check(settings, [], { BROADSIDE_ALLOW_ORIGIN: '*' }).said, /\*/);
  assert.equal(check(settings, ['--allow-origin', 'https://a.example'], { BROADSIDE_ALLOW_ORIGIN: '*' }).status, 0);
});

test('what is missing is named', () => {
  assert.deepEqual(check('site: site\n').status, 2);
  assert.match(check('site: site\n').said, /--database is required; it may also stand in the file/);
  const none = spawnSync(command, ['serve', '--config', path.join(folder, 'none.yaml')], { encoding: 'utf8' });
  assert.match(none.stderr, /none\.yaml: cannot be read/);
});
