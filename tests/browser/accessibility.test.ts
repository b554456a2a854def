import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { goToReplies, useBrowser } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
declare const globalThis: { axe: { run: (where: unknown, options: object) => Promise<AxeResults> } };

/** What axe finds wrong with a page, shadow trees and contrasts included. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    // Browsers let the keyboard scroll what scrolls, without a tabindex, which no publisher's tree may have.
    globalThis.axe.run(document, { rules: { 'scrollable-region-focusable': { enabled: false } } }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

suite('a page of the example', () => {
  const visitors = useBrowser();

  test('has no fault that a machine can find, light or dark, wide or narrow', async (t) => {
    const demo = await startOwnDemo(t);
    const pages: Record<string, (page: Page) => Promise<unknown>> = {
      [`${demo.host}/`]: async (page) => {
        await page.locator('article').waitFor();
        await goToReplies(page);
        await page.getByRole('button', { name: 'Send reply' }).click();
        await page.getByText('Please enter your name.').waitFor();
        await page.getByRole('button', { name: 'Preview' }).click();
      },
      [`${demo.host}/markdown.html`]: (page) => page.getByRole('checkbox').first().waitFor(),
      [`${demo.publisher}/`]: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
      [`${demo.publisher}/about-broadside/en/`]: async (page) => {
        await goToReplies(page);
        await page.getByRole('button', { name: 'Preview' }).waitFor();
      },
      [`${demo.publisher}/one-sheet/ar/`]: (page) =>
        page.getByRole('navigation', { name: 'اللغات' }).locator('summary').click(),
      [`${demo.replies}/v1/articles/north-korea/replies`]: (page) => page.locator('form').waitFor(),
    };
    for (const [address, use] of Object.entries(pages)) {
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        const page = await visitors.open({ colorScheme, viewport: { width, height: 800 } });
        await page.goto(address);
        await use(page);
        assert.deepEqual(await faultsOf(page), [], `${address} ${colorScheme}`);
        await page.close();
      }
    }
  });
});
