import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { english, World } from '../support/world.ts';

const replies = Array.from({ length: 20 }, (_, i) => ({
  ...{ id: `r${i}`, place: i + 1, name: 'Ana', text: `Text ${i}.\n\nMore of it.` },
  created: `2026-01-02T03:04:${10 + i}Z`,
}));
const answered = JSON.stringify({ replies, next: null });
const filler = '<p style="height: 2000px">Below.</p>';

const top = (what: Locator) => what.evaluate((node) => node.getBoundingClientRect().top);
const scrolled = (page: Page) => page.evaluate(() => scrollY);
const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

suite('a reader’s scroll position', () => {
  const visitors = useBrowser();

  /** Opens a page with the form, whose replies do not arrive until `arrive` is called. */
  async function open(
    t: Parameters<typeof World.start>[0],
    { before = '', text = 'Short.', height = 950, css = '', come = (): void => {} },
  ) {
    const world = await World.start(t);
    const coming = new Promise<ServerResponse>((resolve) => {
      world.publisher.put('replies', (_, response) => {
        resolve(response);
      });
    });
    world.put(english({ markdown: text }));
    const style = `<style>html { overflow-anchor: none } ${css}</style>`;
    world.show(
      `${style}${before}<div class="box"><broadside-article src="${world.src}"></broadside-article>${filler}</div>`,
    );
    const { page } = await world.open(visitors);
    await page.setViewportSize({ width: 1280, height });
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    await page.evaluate(come);
    await page.locator('form').waitFor({ state: 'attached' });
    const response = await coming;
    const arrive = async (): Promise<void> => {
      response.end(answered);
      await page.getByText('Text 19').waitFor({ state: 'attached' });
      await settled(page);
    };
    return { page, arrive };
  }

  test('stays at the article’s beginning while slow replies come between a short text and the form', async (t) => {
    for (const before of ['', '<p style="height: 300px">Above.</p>']) {
      const { page, arrive } = await open(t, { before });
      assert.ok((await top(page.locator('form'))) < 950);
      const title = await top(page.getByRole('heading', { name: 'A title' }));
      await arrive();
      assert.equal(await scrolled(page), 0);
      assert.equal(await top(page.getByRole('heading', { name: 'A title' })), title);
    }
  });

  test('stays at the beginning of a page that holds nothing but an article without a link between its tags', async (t) => {
    const world = await World.start(t);
    world.put(english({ markdown: 'A paragraph.\n\n'.repeat(60) }));
    world.show(
      `<style>html { overflow-anchor: none } body { margin: 0 } h1 { display: none }</style><broadside-article src="${world.src}"></broadside-article>`,
    );
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    await settled(page);
    assert.equal(await scrolled(page), 0);
  });

  test('stays at the paragraph that is read, with the form below it in a tall window', async (t) => {
    const { page, arrive } = await open(t, { text: 'A paragraph.\n\n'.repeat(12), height: 1400 });
    await page.evaluate(() => {
      scrollTo(0, 300);
    });
    assert.ok((await top(page.locator('form'))) < 1400);
    await arrive();
    assert.equal(await scrolled(page), 300);
  });

  test('stays at the form while the reader is in it', async (t) => {
    const { page, arrive } = await open(t, {});
    await page.locator('textarea').fill('Half a sentence');
    const form = await top(page.locator('form'));
    await arrive();
    assert.ok(Math.abs((await top(page.locator('form'))) - form) < 2);
    assert.ok((await scrolled(page)) > 500);
  });

  test('stays at the form while the reader’s reply is sent, whatever has the focus', async (t) => {
    const { page, arrive } = await open(t, { text: 'A paragraph.\n\n'.repeat(12), height: 700 });
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('E-mail').fill('ana@example.com');
    await page.locator('textarea').fill('Sent');
    // The end of the text is visible above the form.
    await page.locator('form').evaluate((node) => {
      scrollBy(0, node.getBoundingClientRect().top - 300);
    });
    const form = await top(page.locator('form'));
    const sending = page.waitForRequest((request) => request.method() === 'POST');
    await page.locator('textarea').press('Control+Enter');
    await sending;
    await page.locator('textarea').blur();
    await arrive();
    assert.ok(Math.abs((await top(page.locator('form'))) - form) < 2);
  });

  test('stays at the article again when the reader has scrolled away from the form without leaving its field', async (t) => {
    const { page, arrive } = await open(t, { text: 'A paragraph.\n\n'.repeat(12), height: 600 });
    await page.locator('textarea').fill('Half a sentence');
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await arrive();
    assert.equal(await scrolled(page), 0);
  });

  test('stays below the article for a reader who has gone past it', async (t) => {
    const { page, arrive } = await open(t, {});
    const below = page.getByText('Below.');
    await below.evaluate((node) => {
      scrollTo(0, node.getBoundingClientRect().top + 50);
    });
    const before = await top(below);
    await arrive();
    assert.ok(Math.abs((await top(below)) - before) < 2);
  });

  test('is kept in a scrolling box of the host’s, relative to the edge of that box', async (t) => {
    const box = { css: '.box { height: 500px; margin-top: 300px; overflow: auto; overflow-anchor: none }' };
    const toEnd = (): void => {
      document.querySelector('.box')?.scrollTo(0, 300);
    };
    const { page, arrive } = await open(t, { ...box, text: 'A paragraph.\n\n'.repeat(5), come: toEnd });
    const form = page.locator('form');
    await form.evaluate((node) => {
      const box = document.querySelector('.box');
      if (box) box.scrollTop += node.getBoundingClientRect().top - box.getBoundingClientRect().top + 20;
    });
    const before = await top(form);
    await arrive();
    assert.ok(Math.abs((await top(form)) - before) < 2);
  });
});
