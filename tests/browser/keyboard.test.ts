import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { article, World } from '../support/world.ts';

const translation = (title: string, tag: string) => ({ title, url: `${tag}/`, markdown: 'A paragraph.' });

suite('a reader with a keyboard alone', () => {
  const visitors = useBrowser();

  /** Returns the element that has the focus in the article: its name, what it holds, and its label. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const element = document.querySelector('broadside-article')?.shadowRoot?.activeElement;
      if (!element) return 'nothing';
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : [];
      return `${element.localName} ${[...(labels ?? [])].map((label) => label.textContent).join() || element.textContent.slice(0, 30)}`;
    });

  /** Presses Tab until that has the focus. */
  async function tabTo(page: Page, what: string): Promise<void> {
    const seen: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (now === what) return;
      seen.push(now);
    }
    assert.fail(`${what} is not among ${seen.join('; ')}`);
  }

  const announced = (page: Page, text: string) =>
    page.waitForFunction(
      (text) =>
        [...(document.querySelector('broadside-article')?.shadowRoot?.querySelectorAll('[role=status]') ?? [])].some(
          (region) => region.textContent.includes(text),
        ),
      text,
    );

  test('reads, changes the language, mends errors and posts a reply, and never loses the focus', async (t) => {
    const world = await World.start(t);
    const translations = {
      en: translation('A title', 'en'),
      es: translation('Un título', 'es'),
      de: translation('Ein Titel', 'de'),
    };
    world.put(article({ translations }));
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();

    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'a Skip to the article');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.id === 'article-body',
    );
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), 'summary English');

    await page.keyboard.press('Enter');
    await tabTo(page, 'a Español');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    await announced(page, 'español');
    assert.equal(await focused(page), 'summary Español');
    await page.keyboard.press('Enter');
    await tabTo(page, 'a English');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    assert.equal(await focused(page), 'summary English');

    await page.locator('.form-title').waitFor();
    await tabTo(page, 'input Name');
    await page.keyboard.type('Ana');
    await tabTo(page, 'textarea Your reply');
    await page.keyboard.type('Hello');
    await tabTo(page, 'button Send reply');
    await page.keyboard.press('Enter');
    await page.getByText('Please enter your e-mail address.').waitFor();
    assert.equal(await focused(page), 'input E-mail');
    await page.keyboard.type('ana@example.org');
    await tabTo(page, 'button Send reply');
    await page.keyboard.press('Enter');
    await announced(page, 'Your reply has been published.');
    assert.notEqual(await focused(page), 'nothing');
    assert.deepEqual(
      world.sent.map(({ name, text }) => ({ name, text })),
      [{ name: 'Ana', text: 'Hello' }],
    );
  });

  test('scrolls a table and code that are wider than their column, which have names', async (t) => {
    const world = await World.start(t);
    const table = `| ${'Column | '.repeat(12)}\n| ${'--- | '.repeat(12)}\n| ${'Something | '.repeat(12)}\n`;
    const markdown = `Text\n\n    ${'x'.repeat(350)}\n\n${table}`;
    world.put(article({ translations: { en: { title: 'A title', url: 'en/', markdown } } }));
    const { page } = await world.open(visitors);
    await page.waitForFunction(
      () => document.querySelector('broadside-article')?.shadowRoot?.querySelectorAll('[tabindex="0"]').length === 2,
    );
    for (const [box, name] of [
      ['pre', 'Code'],
      ['table', 'Table'],
    ] as const) {
      await tabTo(page, `${box} ${await page.locator(box).evaluate((node) => node.textContent.slice(0, 30))}`);
      assert.equal(await page.locator(box).getAttribute('aria-label'), name);
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        (box) => (document.querySelector('broadside-article')?.shadowRoot?.querySelector(box)?.scrollLeft ?? 0) > 0,
        box,
      );
    }
  });
});
