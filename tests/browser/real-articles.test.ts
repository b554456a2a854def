import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, useChromium } from '../support/browser.ts';
import { absent, buildRealSite } from '../support/real-articles.ts';
import { wordsFor } from '../support/words.ts';
import { World } from '../support/world.ts';

// The screenshots are for looking at what no assertion can check.
const screenshots = new URL('../../build/screenshots/', import.meta.url).pathname;

const id = 'building-community';
const languages =
  'en ar be bg bn de el es fa fr hi hu id it ja ko ms nl pcm pl pt ro ru sa sw ta tr zh-Hans zh-Hant'.split(' ');

suite('a real article', { skip: absent }, () => {
  const visitors = useChromium(
    'these are many long articles, which the core lays out as a tree that is the same in all engines',
  );

  async function open(world: World, language: string): Promise<Page> {
    const src = world.publisher.url(`${id}/article.json`);
    world.show(`<broadside-article lang="${language}" src="${src}"></broadside-article>`);
    const page = await visitors.open({ viewport: { width: 1000, height: 1400 } });
    // These pictures belong to the articles' own site, or no longer exist.
    await page.route(/githubusercontent|\/assets\//, (route) => route.fulfill({ body: '' }));
    await page.goto(world.host.url());
    await page.locator('article.article').waitFor();
    return page;
  }

  test('is right in each of its languages', async (t) => {
    const world = await World.start(t);
    const site = buildRealSite(world.publisher.url());
    t.after(() => {
      site.remove();
    });
    for (const path of site.files.filter((name) => name.startsWith(`${id}/`) && name.endsWith('.json')))
      world.publisher.put(path, readFileSync(join(site.folder, path)));
    mkdirSync(screenshots, { recursive: true });

    for (const [i, language] of languages.entries()) {
      await t.test(`${language}: direction, words and switch`, async () => {
        const page = await open(world, language);
        const errors = errorsOf(page);
        await page.screenshot({ path: join(screenshots, `real-${language}.png`) });
        const article = page.locator('article.article');
        assert.equal(await article.getAttribute('lang'), language);
        const direction = await article.evaluate((node) => getComputedStyle(node).direction);
        assert.equal(direction, ['ar', 'fa'].includes(language) ? 'rtl' : 'ltr');

        const words = wordsFor(language);
        const skip = page.locator('.skip a');
        assert.equal(await skip.innerText(), words.skip);
        assert.equal(await skip.evaluate((node) => node.closest('[lang]')?.getAttribute('lang')), words.language);

        assert.equal(await page.locator('.languages summary').getAttribute('lang'), language);
        await page.locator('.languages summary').click();
        const tags = await page
          .locator('.languages a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang') ?? ''));
        assert.deepEqual(tags.sort(), [...languages].sort());
        await page.screenshot({ path: join(screenshots, `real-${language}-menu.png`) });
        const next = languages[(i + 1) % languages.length] ?? '';
        await page.locator(`.languages a[hreflang="${next}"]`).click();
        await page.locator(`article.article[lang="${next}"]`).waitFor();
        assert.equal(await skip.innerText(), wordsFor(next).skip);
        assert.deepEqual(errors, []);
      });
    }

    await t.test('on a phone, in the dark', async () => {
      for (const language of ['ar', 'de', 'ja', 'ta']) {
        const page = await open(world, language);
        await page.setViewportSize({ width: 360, height: 800 });
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.screenshot({ path: join(screenshots, `real-${language}-phone.png`) });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), language);
      }
    });
  });
});
