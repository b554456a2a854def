import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { faultsOf } from '../support/axe.ts';
import { goToReplies, useChromium } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';
import { article, english, World } from '../support/world.ts';

/** The example's host pages that show an article at once; the single page waits for a click. */
const folder = join(import.meta.dirname, '../../examples/hosts');
const hosts = readdirSync(folder).filter(
  (name) => name !== 'single-page.html' && readFileSync(join(folder, name), 'utf8').includes('<broadside-article'),
);

suite('a page of the example', () => {
  const visitors = useChromium(
    'axe judges roles, names and colours, which the core and one style sheet give to all engines alike',
  );

  test('has no accessibility fault that axe finds, light or dark, also at 400 % zoom', async (t) => {
    const demo = await startOwnDemo(t);
    const pages: Record<string, (page: Page) => Promise<unknown>> = {
      [`${demo.host}/`]: async (page) => {
        await page.locator('article').waitFor();
        await goToReplies(page);
        await page.getByRole('button', { name: 'Send reply' }).click();
        await page.getByText('Please enter your name.').waitFor();
        await page.getByRole('textbox', { name: 'Your reply' }).fill('- [ ] A task');
        await page.getByRole('button', { name: 'Preview' }).click();
        await page.getByRole('checkbox', { name: 'A task' }).waitFor();
      },
      [`${demo.host}/markdown.html`]: (page) => page.getByRole('checkbox').first().waitFor(),
      [`${demo.publisher}/`]: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
      [`${demo.publisher}/about-broadside/en/`]: async (page) => {
        await goToReplies(page);
        await page.getByRole('button', { name: 'Preview' }).waitFor();
      },
      [`${demo.publisher}/one-sheet/ar/`]: async (page) => {
        // Until the element is there, the menu is the page's own, which the element then replaces.
        await page.waitForFunction(() =>
          document.querySelector('broadside-article')?.shadowRoot?.querySelector('.article'),
        );
        await page.getByRole('navigation', { name: 'اللغات' }).locator('summary').click();
      },
      [`${demo.replies}/v1/articles/north-korea/replies`]: (page) => page.locator('form').waitFor(),
    };
    for (const [address, use] of Object.entries(pages)) {
      for (const [colorScheme, zoom] of [
        ['light', 1],
        ['dark', 4],
      ] as const) {
        const width = 1280 / zoom;
        const viewport = { width, height: 1024 / zoom };
        const page = await visitors.open({ colorScheme, viewport, deviceScaleFactor: zoom });
        await page.goto(address);
        await use(page);
        assert.deepEqual(await faultsOf(page), [], `${address} ${colorScheme} ${width}`);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(excess <= 0, `${address} is ${excess} pixels wider than ${width}`);
        await page.close();
      }
    }
  });

  test('has none in the article either, whatever the host does to it', async (t) => {
    const demo = await startOwnDemo(t);
    const page = await visitors.open({ viewport: { width: 1000, height: 800 } });
    const faults: string[] = [];
    for (const name of hosts) {
      await page.goto(`${demo.host}/hosts/${name}`);
      await page.locator('article.article').first().waitFor();
      faults.push(...(await faultsOf(page, 'broadside-article')).map((fault) => `${name}: ${fault}`));
    }
    assert.deepEqual(faults, []);
  });
});

// gohugoio/hugo#8568, alphagov/govuk-design-system#1343, facebook/astryx#3369
suite('code and tables that are wider than their column', () => {
  const visitors = useChromium(
    'axe judges roles, names and colours, which the core and one style sheet give to all engines alike',
  );
  const wide = `    ${'x'.repeat(350)}\n`;
  const table = `| ${'Column | '.repeat(8)}\n| ${'--- | '.repeat(8)}\n| ${'Something | '.repeat(8)}\n`;
  const markdown = `Text\n\n${wide}\n\nText\n\n    short\n\n${table}\n| A | B |\n| - | - |\n\nText\n\n${wide}`;

  const scrollersOf = (page: Page) =>
    page
      .locator('pre, table')
      .evaluateAll((boxes) =>
        boxes.map(
          (box) =>
            `${box.localName} ${['tabindex', 'role', 'aria-label'].map((name) => box.getAttribute(name)).join(' ')}`,
        ),
      );

  test('can be focused, and have names of their own, while they overflow', async (t) => {
    const world = await World.start(t);
    world.put(english({ markdown }));
    world.publisher.put(
      'replies',
      JSON.stringify({
        replies: [{ id: '1', place: 1, name: 'N', text: wide, created: '2026-01-02T03:04:05Z' }],
        next: null,
      }),
    );
    const { page } = await world.open(visitors);
    await page.setViewportSize({ width: 600, height: 800 });
    await page.locator('.article').waitFor();
    await goToReplies(page);
    await page.locator('.reply pre[tabindex]').waitFor();
    await page.waitForFunction(
      () => document.querySelector('broadside-article')?.shadowRoot?.querySelector('table')?.tabIndex === 0,
    );
    const none = 'null null null'.replaceAll('null', '');
    assert.deepEqual(await scrollersOf(page), [
      'pre 0 region Code',
      `pre ${none}`,
      'table 0  Table',
      `table ${none}`,
      'pre 0 region Code 2',
      'pre 0 region Code 3',
    ]);
    assert.equal(await page.getByRole('table', { name: 'Table', exact: true }).count(), 1);
    assert.equal(await page.getByRole('region', { name: 'Code 2' }).count(), 1);
    assert.deepEqual(await faultsOf(page, 'broadside-article'), []);

    await page.locator('table').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => (document.querySelector('broadside-article')?.shadowRoot?.querySelector('table')?.scrollLeft ?? 0) > 0,
    );
    await page.setViewportSize({ width: 4000, height: 800 });
    await page.evaluate(() => {
      document.body.style.setProperty('--broadside-measure', '300em');
    });
    await page.waitForFunction(
      () => !document.querySelector('broadside-article')?.shadowRoot?.querySelector('[tabindex]'),
    );
    assert.deepEqual(new Set(await scrollersOf(page)), new Set([`pre ${none}`, `table ${none}`]));
  });

  test('are named in the language of the interface', async (t) => {
    const world = await World.start(t);
    const translation = (url: string) => ({ title: url, markdown, url });
    world.put(article({ translations: { en: translation('en/'), de: translation('de/') } }));
    const { page } = await world.open(visitors);
    await page.setViewportSize({ width: 600, height: 800 });
    await page.getByRole('table', { name: 'Table', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Auf Deutsch lesen' }).click();
    await page.getByRole('table', { name: 'Tabelle', exact: true }).waitFor();
  });
});

suite('references to footnotes', () => {
  const visitors = useChromium(
    'axe judges roles, names and colours, which the core and one style sheet give to all engines alike',
  );

  test('and the links back are targets of 24 pixels, and make no line taller', async (t) => {
    const world = await World.start(t);
    const text = 'A text[^1] with notes[^2], one[^2] of them twice.';
    const notes = '\n\n[^1]: One.\n\n[^2]: Two.\n';
    world.put(english({ markdown: `${text}\n\n| A | B |\n| - | - |\n| One[^1] | Two[^2] |${notes}` }));
    const { page } = await world.open(visitors);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const links = page.locator('.footnote-ref a, .footnote-back');
      await links.first().waitFor();
      const sizes = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect()));
      assert.ok(sizes.length > 5);
      for (const { width, height } of sizes)
        assert.ok(width >= 24 && height >= 24, `${String(width)} × ${String(height)}`);
      assert.deepEqual(
        await page.locator('table').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        0,
      );
      // The gap in the text is no wider than the footnote’s number.
      const gap = await page
        .locator('.body > p .footnote-ref')
        .first()
        .evaluate((call) => call.getBoundingClientRect().width);
      assert.ok(gap < 16, String(gap));
    }
  });
});
