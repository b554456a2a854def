import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { command } from '../support/command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'broadside-moderators-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const password = 'correct horse battery';

/** A database of one test, and `broadside moderator` with it. */
function moderators(name: string) {
  const database = path.join(folder, `${name}.sqlite`);
  const run = (args: readonly string[], input = '') => {
    const all = ['moderator', ...args, '--database', database];
    const { status, stdout, stderr } = spawnSync(command, all, { input, encoding: 'utf8' });
    return { status, out: stdout, said: stderr };
  };
  return { database, run };
}

test('a moderator is added, listed, given another password and removed', () => {
  const { run } = moderators('life');
  const added = run(['add', 'Ada Lovelace', '--role', 'owner'], password + '\n');
  assert.equal(added.status, 0, added.said);
  assert.match(added.said, /Ada Lovelace may sign in now, as owner/);
  assert.equal(run(['add', 'bob'], password).status, 0);
  assert.match(run(['list']).out, /^Ada Lovelace\towner\t\d{4}-\d\d-\d\d\nbob\tmoderator\t\d{4}-\d\d-\d\d\n$/);
  assert.equal(run(['password', 'ADA LOVELACE'], 'another password\r\n').status, 0);
  assert.equal(run(['remove', 'bob']).status, 0);
  assert.match(run(['list']).out, /^Ada Lovelace\towner\t[^\n]+\n$/);
  assert.equal(run(['remove', 'Ada Lovelace']).status, 0);
  assert.deepEqual([run(['list']).status, run(['list']).out], [0, '']);
});

test('faults are named, and change nothing', () => {
  const { run, database } = moderators('faults');
  for (const name of ['', ' Ada', 'A\tda', 'A\u001b[31mda', 'A\u202eda', 'a'.repeat(61)])
    assert.match(run(['add', name], password).said, /1 to 60 visible characters/);
  for (const short of ['', 'too short', 'a'.repeat(201)])
    assert.match(run(['add', 'Ada'], short + '\n').said, /10 to 200 characters/);
  assert.match(run(['add', 'Ada']).said, /Standard input ended/);
  assert.match(run(['add', 'Ada', '--role', 'emperor'], password).said, /emperor/);

  assert.equal(run(['add', 'Ada'], password).status, 0);
  const twice = run(['add', 'ADA'], password);
  assert.equal(twice.status, 1);
  assert.match(twice.said, /There is a moderator of this name/);
  for (const verb of ['remove', 'password']) {
    const unknown = run([verb, 'Bob'], password);
    assert.equal(unknown.status, 1);
    assert.match(unknown.said, /Bob: There is no such moderator\. There are: Ada\./);
  }
  assert.equal(existsSync(database), true);
});

test('a mistyped database is not made, but by the first moderator', () => {
  const { run, database } = moderators('none');
  for (const args of [['list'], ['remove', 'Ada'], ['password', 'Ada']]) {
    const { status, said } = run(args, password);
    assert.notEqual(status, 0);
    assert.match(said, /none\.sqlite/);
  }
  assert.equal(existsSync(database), false);
});

test('one-time codes are announced as an address for an app', () => {
  const { out, said } = moderators('codes').run(['add', 'Ada L', '--totp'], password);
  assert.match(out, /^otpauth:\/\/totp\/Broadside:Ada%20L\?secret=[A-Z2-7]{32}&issuer=Broadside\n$/);
  assert.match(said, /not shown again/);
});

/** Runs a command at a terminal of its own, and types each text once the question before it is there. */
async function atTerminal(line: string, answers: readonly (readonly [question: string, text: string])[]) {
  const terminal = spawn('script', ['-qec', line, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let shown = '';
  let next = 0;
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [question, answer] = answers[next] ?? [];
    if (question === undefined || answer === undefined || !shown.includes(question)) return;
    next += 1;
    terminal.stdin.write(answer);
  });
  const [status] = (await once(terminal, 'close')) as [number];
  return { status, shown };
}

test('at a terminal the password is asked for twice, and not shown', async () => {
  const { run, database } = moderators('terminal');
  const line = `${command} moderator add Ada --database ${database}`;
  const typed = (first: string, second: string) =>
    atTerminal(line, [
      ['New password: ', first],
      ['The same again: ', second],
    ]);
  const different = await typed(`${password}\n`, 'correct horse batterz\n');
  assert.equal(different.status, 1);
  assert.match(different.shown, /The two are not the same/);
  const same = await typed(`${password}\n`, `${password}\n`);
  assert.equal(same.status, 0, same.shown);
  assert.doesNotMatch(same.shown + different.shown, /horse/);
  assert.match(run(['list']).out, /^Ada\t/);
});

test('a terminal whose question was interrupted shows again what is typed', async () => {
  const { database } = moderators('interrupted');
  const line = `trap : INT; ${command} moderator add Ada --database ${database}; stty -a`;
  const { shown } = await atTerminal(line, [['New password: ', '\u0003']]);
  assert.match(shown, / echo /);
});
