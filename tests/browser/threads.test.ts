import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { startReplyServer } from '../../examples/server/command.ts';
import { errorsOf, goToReplies, useChromium } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';

const article = 'north-korea';

/** A host's page, and a reply server of the test's own with these options. */
interface Place {
  readonly url: string;
  readonly endpoint: string;
}

async function start(t: TestContext, ...options: string[]): Promise<Place> {
  const demo = await startOwnDemo(t);
  // The demo's own server gives way to one with the options, at the same port.
  if (options.length > 0) {
    await demo.killReplies();
    const folder = await mkdtemp(join(tmpdir(), 'broadside-threads-'));
    const server = await startReplyServer(demo.site, join(folder, 'replies.sqlite'), portOf(demo.replies), options);
    t.after(async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    });
  }
  return { url: demo.host, endpoint: `${demo.replies}/v1/articles/${article}/replies` };
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}

/** Sends a reply past the widget, and returns its id. */
async function send({ endpoint }: Place, name: string, text: string, parent = ''): Promise<string> {
  const body = JSON.stringify({ name, email: 'a@b.example', text, parent, language: 'en' });
  const answer = await fetch(endpoint, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as { reply: { id: string } }).reply.id;
}

async function open(page: Page, { url }: Place, hash = ''): Promise<string[]> {
  const errors = errorsOf(page);
  await page.goto(url + hash);
  if (hash === '') await goToReplies(page);
  await page.locator('.form').first().waitFor();
  return errors;
}

/** Returns the list item of the reply whose own text is this. */
function item(page: Page, text: string): Locator {
  return page.locator('.reply', { has: page.locator(`:scope > .reply-text p:text-is("${text}")`) });
}

async function fill(form: Locator, text: string): Promise<void> {
  await form.getByLabel('Name').fill('Ana');
  await form.getByLabel('E-mail').fill('ana@example.com');
  await form.getByLabel('Your reply').fill(text);
}

suite('a thread', () => {
  const visitors = useChromium('the other engines run the same forms in reply.test.ts');

  test('is answered where a reply stands, and the form closes and leaves the reader at the answer', async (t) => {
    const place = await start(t);
    await send(place, 'Bob <b>', 'First');
    const page = await visitors.open();
    const errors = await open(page, place);
    const first = item(page, 'First');
    await first.getByRole('button', { name: 'Reply to Bob <b>' }).click();
    const form = first.locator('form');
    await form.getByRole('heading', { name: 'Leave a Reply to Bob <b>' }).waitFor();
    assert.equal(await form.getByLabel('Your reply').evaluate((field) => field.matches(':focus')), true);

    await form.getByRole('button', { name: 'Cancel reply' }).click();
    await form.waitFor({ state: 'detached' });
    const button = first.getByRole('button', { name: 'Reply to Bob <b>' });
    assert.equal(await button.evaluate((element) => element.matches(':focus')), true);

    await button.click();
    await fill(form, 'Second');
    await form.getByRole('button', { name: 'Send reply' }).click();
    await item(page, 'Second').waitFor();
    await form.waitFor({ state: 'detached' });
    assert.equal(await first.locator('.reply').count(), 1);
    assert.equal(await item(page, 'Second').evaluate((element) => element.matches(':focus')), true);
    await page.getByRole('heading', { name: '2 Replies' }).waitFor();
    assert.equal(await page.locator('.form').count(), 1);

    await page.reload();
    await goToReplies(page);
    await first.locator('.reply', { hasText: 'Second' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('keeps a half-written answer in its place while replies come and go', async (t) => {
    const place = await start(t);
    const first = await send(place, 'Bob', 'First');
    const page = await visitors.open();
    await open(page, place);
    await item(page, 'First').getByRole('button', { name: 'Reply' }).click();
    const form = item(page, 'First').locator('form');
    await fill(form, 'Half a');
    await send(place, 'Eve', 'Between', first);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await item(page, 'Between').waitFor();
    assert.equal(await form.getByLabel('Your reply').inputValue(), 'Half a');
    assert.equal(await form.getByLabel('Your reply').evaluate((field) => field.matches(':focus')), true);
    await form.getByRole('button', { name: 'Send reply' }).click();
    await item(page, 'Half a').waitFor();
  });

  test('shows five levels, the rest of a long branch when asked, and opens at any reply that is linked', async (t) => {
    const place = await start(t);
    const first = await send(place, 'Writer0', 'Level 0');
    let parent = first;
    for (let level = 1; level < 8; level++) parent = await send(place, `Writer${level}`, `Level ${level}`, parent);
    const deepest = parent;
    for (let i = 0; i < 8; i++) await send(place, 'Many', `Answer ${i}`, first);
    const page = await visitors.open();
    const errors = await open(page, place);
    await item(page, 'Level 7').waitFor();
    assert.equal(await page.locator('.thread').count(), 5);
    assert.equal(await page.locator('.thread .thread .thread .thread .thread > .reply').count(), 4);
    await page.getByRole('link', { name: 'In reply to Writer6' }).waitFor();
    assert.equal(await page.locator('.reply-parent').count(), 3);
    assert.equal(await item(page, 'Answer 7').count(), 0);
    await page.getByRole('button', { name: 'Show more replies' }).click();
    await item(page, 'Answer 7').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Show more replies' }).count(), 0);

    for (let i = 8; i < 14; i++) await send(place, 'Many', `Answer ${i}`, deepest);
    const linked = await send(place, 'Late', 'Linked', deepest);
    const visitor = await visitors.open();
    await open(visitor, place, `#reply-${linked}`);
    await item(visitor, 'Linked').waitFor();
    await visitor.waitForFunction(
      (id) => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.id === `reply-${id}`,
      linked,
    );
    assert.deepEqual(errors, []);
  });

  test('shows a held reply to its writer as waiting, who edits it and deletes it', async (t) => {
    const place = await start(t, '--hold', 'everybody');
    const page = await visitors.open();
    const errors = await open(page, place);
    const form = page.locator('.form').last();
    await fill(form, 'Waiting for you');
    await form.getByRole('button', { name: 'Send reply' }).click();
    await form.getByText('once it has been approved').waitFor();
    await item(page, 'Waiting for you').getByText('Your reply is waiting for approval.').waitFor();
    assert.equal((await (await fetch(place.endpoint)).text()).includes('Waiting'), false);

    await page.reload();
    await goToReplies(page);
    await item(page, 'Waiting for you').getByText('Your reply is waiting for approval.').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    const edit = page.locator('.reply form');
    assert.equal(await edit.getByLabel('Your reply').inputValue(), 'Waiting for you');
    assert.equal(await edit.getByLabel('E-mail').count(), 0);
    await edit.getByLabel('Your reply').fill(' ');
    await edit.getByRole('button', { name: 'Save' }).click();
    await edit.getByText('Please write your reply.').waitFor();
    await edit.getByLabel('Your reply').fill('Edited <img src=x onerror=alert(1)>');
    await edit.getByRole('button', { name: 'Save' }).click();
    await edit.waitFor({ state: 'detached' });
    await item(page, 'Edited <img src=x onerror=alert(1)>').waitFor();
    assert.equal(await page.locator('.thread img').count(), 0);

    await page.getByRole('button', { name: 'Edit' }).click();
    await edit.getByRole('button', { name: 'Delete' }).click();
    await edit.waitFor({ state: 'detached' });
    assert.equal(await page.locator('.reply').count(), 0);
    assert.deepEqual(errors, []);
  });

  test('takes back a reply whose deletion has failed at first, and does not edit it instead', async (t) => {
    const place = await start(t);
    const page = await visitors.open();
    await open(page, place);
    await fill(page.locator('.form').last(), 'Regretted');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.context().setOffline(true);
    await page.locator('.reply form').getByRole('button', { name: 'Delete' }).click();
    const again = page.locator('.reply form').getByRole('button', { name: 'Send again' });
    await again.waitFor();
    await page.context().setOffline(false);
    await again.click();
    await item(page, 'Regretted').waitFor({ state: 'detached' });
    assert.equal((await (await fetch(place.endpoint)).text()).includes('Regretted'), false);
  });

  test('gets an answer that was written without a network when its page is opened again', async (t) => {
    const place = await start(t);
    await send(place, 'Bob', 'First');
    const page = await visitors.open();
    await open(page, place);
    const form = item(page, 'First').locator('form');
    const write = async (text: string): Promise<void> => {
      await item(page, 'First').getByRole('button', { name: 'Reply' }).click();
      await fill(form, text);
      await form.getByRole('button', { name: 'Send reply' }).click();
      await form.getByText('You are offline.').waitFor();
    };
    await page.context().setOffline(true);
    await write('Thought better of');
    await form.getByRole('button', { name: 'Cancel reply' }).click();
    const cancelled = await page.evaluate(() => JSON.stringify(localStorage));
    await write('From a train');
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    await page.close();

    const later = await visitors.open();
    const comeBack = async (kept: string): Promise<void> => {
      await open(later, place);
      await later.evaluate((kept) => {
        Object.assign(localStorage, JSON.parse(kept));
      }, kept);
      await later.reload();
      await goToReplies(later);
      await item(later, 'First').waitFor();
    };
    await comeBack(cancelled);
    await comeBack(kept);
    await item(later, 'First').locator('.reply', { hasText: 'From a train' }).waitFor();
    const replies = await (await fetch(place.endpoint)).text();
    assert.equal(replies.includes('Thought better of'), false);
    // The answer does not go a second time.
    await later.reload();
    await goToReplies(later);
    await item(later, 'From a train').waitFor();
    assert.equal(await later.locator('.reply').count(), 2);
  });

  test('is answered on the server’s own page without script', async (t) => {
    const place = await start(t);
    await send(place, 'Bob', 'First');
    const page = await visitors.open({ javaScriptEnabled: false });
    await page.goto(`${place.endpoint}?language=en`);
    await page.getByRole('link', { name: 'Reply to Bob' }).click();
    await page.getByRole('heading', { name: 'Leave a Reply to Bob' }).waitFor();
    await fill(page.locator('form'), 'Without script');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await item(page, 'First').locator('.reply', { hasText: 'Without script' }).waitFor();
    await page.getByRole('link', { name: 'Read the replies' }).click();
    await page.getByRole('heading', { name: '2 Replies' }).waitFor();
  });
});
