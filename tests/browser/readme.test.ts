import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../examples/server/ports.ts';
import { goToReplies, useChromium } from '../support/browser.ts';

const root = join(import.meta.dirname, '../..');

/** Returns a block of commands below a heading of README.md: the first is 0. */
function commandsBelow(heading: string, index: number): string {
  const section = readFileSync(join(root, 'README.md'), 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  const commands = [...section.matchAll(/^```sh\n([^]*?)^```$/gm)][index]?.[1];
  assert(commands !== undefined, `README.md has no block ${index} of commands below “${heading}”`);
  return commands;
}

/** Makes a folder with everything that README's commands name, where they may also write their results. */
function workplace(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-readme-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of [
    'build',
    'dev',
    'examples',
    'node_modules',
    'package-lock.json',
    'package.json',
    'scripts',
    'web',
  ])
    symlinkSync(join(root, name), join(folder, name));
  return folder;
}

/** Runs a shell script and everything it starts until the test ends. Returns a function that returns its output. */
function run(test: TestContext, script: string, folder: string): () => string {
  const shell = spawn('bash', ['-euc', script], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(shell, 'close');
  let output = '';
  for (const stream of [shell.stdout, shell.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  test.after(async () => {
    if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGTERM');
    await ended;
  });
  return () => output;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

async function waitForAnswer(address: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await answers(address))) {
    assert(Date.now() < deadline, `${address} does not answer:\n${output()}`);
    await wait(50);
  }
}

suite('README', () => {
  const visitors = useChromium('what is tested is that the README’s lines work');

  test('begins an article that changes in the browser as it is written, word for word', async (t) => {
    const folder = workplace(t);
    const port = await freePort(0);
    const output = run(t, `${commandsBelow('Publish an article', 0).trimEnd()} --port ${port}`, folder);
    await waitForAnswer(`http://localhost:${port}/`, output);
    const page = await visitors.open();
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('link', { name: 'A First Article' }).click();
    const text = join(folder, 'publisher/content/first-article/en.md');
    writeFileSync(text, readFileSync(text, 'utf8').replace('A subheading', 'Another'));
    await page.getByRole('heading', { name: 'Another' }).waitFor();
  });

  test('publishes an article that takes replies, word for word', async (t) => {
    const folder = workplace(t);
    const [site, replies] = [await freePort(0), await freePort(0)];
    const own = (text: string): string => text.replaceAll('8081', String(site)).replaceAll('8082', String(replies));
    const [copy = '', ...others] = own(commandsBelow('Publish an article', 1)).split('\n');
    const ports = `sed -i 's/8081/${site}/; s/8082/${replies}/' example/broadside.yaml`;
    const output = run(t, [copy, ports, ...others].join('\n'), folder);
    await waitForAnswer(`http://localhost:${site}/`, output);
    await waitForAnswer(`http://localhost:${replies}/v1/health`, output);
    assert.match(
      output(),
      /<script async src="http:\/\/localhost:\d+\/broadside\/\S+\/broadside.js" integrity="sha384-/,
    );

    const page = await visitors.open();
    await page.goto(`http://localhost:${site}/north-korea/en/`);
    await goToReplies(page);
    await page.getByText('No replies yet').waitFor();
    // The form that works without script is still there, but invisible.
    const seen = { visible: true };
    await page.getByLabel('Name').filter(seen).fill('Ana Pérez');
    await page.getByLabel('E-mail').filter(seen).fill('ana@example.com');
    await page.locator('textarea').filter(seen).fill('It *works*.');
    await page.getByRole('button', { name: 'Send reply' }).filter(seen).click();
    await page.locator('.reply em', { hasText: 'works' }).waitFor();
  });
});
