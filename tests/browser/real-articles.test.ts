import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, useChromium } from '../support/browser.ts';
import { absent, buildRealSite } from '../support/real-articles.ts';
import { wordsFor } from '../support/words.ts';
import { World } from '../support/world.ts';

const id = 'building-community';
const languages =
  'en ar be bg bn de el es fa fr hi hu id it ja ko ms nl pcm pl pt ro ru sa sw ta tr zh-Hans zh-Hant'.split(' ');

async function isInLanguage(page: Page, language: string): Promise<void> {
  const words = wordsFor(language);
  const article = page.locator('article.article');
  const skip = page.locator('.skip a');
  assert.deepEqual(
    {
      article: await article.getAttribute('lang'),
      direction: await article.evaluate((node) => getComputedStyle(node).direction),
      skip: await skip.innerText(),
      words: await skip.evaluate((node) => node.closest('[lang]')?.getAttribute('lang')),
      switch: await page.locator('.languages summary').getAttribute('lang'),
    },
    {
      article: language,
      direction: ['ar', 'fa'].includes(language) ? 'rtl' : 'ltr',
      skip: words.skip,
      words: words.language,
      switch: language,
    },
  );
}

/** Opens the menu of languages, and leaves it open. */
async function hasLanguages(page: Page, language: string): Promise<void> {
  await page.locator('.languages summary').click();
  const tags = await page
    .locator('.languages a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang') ?? ''));
  assert.deepEqual(tags.sort(), [...languages].sort(), language);
}

suite('a real article', { skip: absent }, () => {
  const visitors = useChromium(
    'these are many long articles, which the core lays out as a tree that is the same in all engines',
  );

  async function visit(): Promise<Page> {
    const page = await visitors.open({ viewport: { width: 1000, height: 1400 } });
    // These pictures belong to the articles' own site, or no longer exist.
    await page.route(/githubusercontent|\/assets\//, (route) => route.fulfill({ body: '' }));
    return page;
  }

  async function show(page: Page, world: World, language: string): Promise<void> {
    const src = world.publisher.url(`${id}/article.json`);
    world.show(`<broadside-article lang="${language}" src="${src}"></broadside-article>`);
    await page.goto(world.host.url());
    await page.locator('article.article').waitFor();
  }

  test('is right in each of its languages, and as wide as a phone', async (t) => {
    const world = await World.start(t);
    const site = buildRealSite(world.publisher.url());
    t.after(() => {
      site.remove();
    });
    for (const path of site.files.filter((name) => name.startsWith(`${id}/`) && name.endsWith('.json')))
      world.publisher.put(path, readFileSync(join(site.folder, path)));

    const page = await visit();
    const errors = errorsOf(page);
    for (const [i, language] of languages.entries()) {
      await show(page, world, language);
      await isInLanguage(page, language);
      await hasLanguages(page, language);
      const next = languages[(i + 1) % languages.length] ?? '';
      await page.locator(`.languages a[hreflang="${next}"]`).click();
      await page.locator(`article.article[lang="${next}"]`).waitFor();
      assert.equal(await page.locator('.skip a').innerText(), wordsFor(next).skip, `${language} to ${next}`);
      assert.deepEqual(errors, [], language);
    }

    await page.setViewportSize({ width: 360, height: 800 });
    for (const language of ['ar', 'de', 'ja', 'ta']) {
      await show(page, world, language);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), language);
    }
  });
});
