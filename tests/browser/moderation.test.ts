import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { program, repository, startReplyServer } from '../../examples/server/command.ts';
import { faultsOf } from '../support/axe.ts';
import { errorsOf, useChromium } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';

const password = 'correct horse battery';

/** The moderators' page of a reply server of the test's own, which holds all replies. */
interface Desk {
  readonly url: string;
  /** Sends a reply, which waits. */
  send(text: string): Promise<void>;
  /** Returns the texts that readers see. */
  published(): Promise<string[]>;
}

async function start(t: TestContext): Promise<Desk> {
  const demo = await startOwnDemo(t);
  await demo.killReplies();
  const folder = await mkdtemp(join(tmpdir(), 'broadside-moderation-'));
  const database = join(folder, 'replies.sqlite');
  const port = Number(new URL(demo.replies).port);
  const server = await startReplyServer(demo.site, database, port, ['--hold', 'everybody']);
  t.after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  await addModerator(database, 'Grace');
  const endpoint = `${demo.replies}/v1/articles/north-korea/replies`;
  let sent = 0;
  return {
    url: `${demo.replies}/moderation`,
    async send(text) {
      sent += 1;
      const body = JSON.stringify({ name: `Writer ${sent}`, email: `w${sent}@example.com`, text });
      const answer = await fetch(endpoint, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      assert.equal(answer.status, 201);
    },
    async published() {
      const page = (await (await fetch(endpoint)).json()) as { replies: { text: string }[] };
      return page.replies.map(({ text }) => text);
    },
  };
}

async function addModerator(database: string, name: string): Promise<void> {
  const command = spawn(program, ['moderator', 'add', name, '--database', database], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  command.stdin.end(`${password}\n`);
  const [status] = (await once(command, 'close')) as [number];
  assert.equal(status, 0);
}

async function signIn(page: Page, { url }: Desk): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Name').fill('Grace');
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Waiting', level: 1 }).waitFor();
}

function card(page: Page, text: string): Locator {
  return page.locator('.card', { hasText: text });
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.querySelector('.reply-text')?.textContent.trim() ?? '');
}

/** Presses a key that leads to another page. */
async function pressAndWait(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

suite('The moderators’ page', () => {
  const visitors = useChromium(
    'The page is plain HTML with forms; its script only moves the focus and presses buttons.',
  );

  async function open(options?: BrowserContextOptions): Promise<Page> {
    return visitors.open(options);
  }

  test('is worked through by keyboard, and every decision can be undone', async (t) => {
    const desk = await start(t);
    for (const text of ['First.', 'Second.', 'Third.']) await desk.send(text);
    const page = await open();
    const errors = errorsOf(page);
    await signIn(page, desk);
    assert.deepEqual(await faultsOf(page), []);

    await page.keyboard.press('j');
    assert.equal(await focused(page), 'First.');
    await pressAndWait(page, 'a');
    assert.equal(await focused(page), 'Second.');
    await page.getByRole('status').getByText('1 reply: from waiting to published by Grace.').waitFor();
    assert.deepEqual(await desk.published(), ['First.']);
    assert.deepEqual(await faultsOf(page), []);

    await pressAndWait(page, 's');
    assert.equal(await focused(page), 'Third.');
    await pressAndWait(page, 'u');
    await page.getByRole('status').getByText('The decision is undone.').waitFor();
    assert.equal(await page.locator('.card').count(), 2);

    // A key is a letter again in a field, with another key, and once keys are switched off.
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.keyboard.type(' jk');
    await page.keyboard.press('Control+a');
    assert.match(await page.getByLabel('Text, in Markdown').first().inputValue(), /jk/u);
    await page.getByText('Keys', { exact: true }).click();
    await page.getByLabel('Use these keys on this device').uncheck();
    await card(page, 'Second.').focus();
    await page.keyboard.press('d');
    assert.equal(await page.locator('.card').count(), 2);
    await page.reload();
    assert.equal(await page.locator('#keys').isChecked(), false);
    assert.deepEqual(errors, []);
  });

  test('refuses a decision about what another moderator has changed, and shows it as it is now', async (t) => {
    const desk = await start(t);
    await desk.send('Contested.');
    const page = await open();
    await signIn(page, desk);
    const other = await page.context().newPage();
    await other.goto(desk.url);
    await card(page, 'Contested.').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Nothing is here.').waitFor();
    await card(other, 'Contested.').getByRole('button', { name: 'Delete' }).click();
    await other.getByRole('alert').getByText('It has changed since the page was shown.').waitFor();
    assert.deepEqual(await desk.published(), ['Contested.']);
    assert.deepEqual(await faultsOf(other), []);
    // The moderator can decide about the present version.
    await card(other, 'Contested.').getByRole('button', { name: 'Delete' }).click();
    await other.getByText('from published to deleted by Grace').waitFor();
    assert.deepEqual(await desk.published(), []);
  });

  test('works without script and on a telephone, and decides about several replies at once', async (t) => {
    const desk = await start(t);
    for (const text of ['One.', 'Two.', `Long${'word'.repeat(40)}.`]) await desk.send(text);
    const page = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await signIn(page, desk);
    await mkdir(join(repository, 'build/screenshots'), { recursive: true });
    await page.screenshot({ path: join(repository, 'build/screenshots/moderation-phone.png'), fullPage: true });
    const width = await page.locator('html').evaluate((html) => html.scrollWidth);
    assert.equal(width, 320);
    for (const text of ['One.', 'Two.']) await card(page, text).getByRole('checkbox').check();
    await page.locator('#bulk').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('2 replies: from waiting to published by Grace.').waitFor();
    assert.deepEqual((await desk.published()).sort(), ['One.', 'Two.']);
    await page.getByRole('link', { name: 'Published 2' }).click();
    await card(page, 'Two.').getByText('History').click();
    await card(page, 'Two.').getByText('from waiting to published by Grace').last().waitFor();
  });
});
