import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, useBrowser } from '../support/browser.ts';
import { absent, buildRealSite, type RealSite } from '../support/real-articles.ts';
import { World } from '../support/world.ts';

// To be looked at: what no assertion says.
const screenshots = new URL('../../build/screenshots/', import.meta.url).pathname;

const id = 'building-community';
const languages =
  'en ar be bg bn de el es fa fr hi hu id it ja ko ms nl pcm pl pt ro ru sa sw ta tr zh-Hans zh-Hant'.split(' ');

/** The words that the interface has in a language, or the English ones. */
function wordsFor(language: string): Readonly<{ language: string; skip: string }> {
  const file = (tag: string): URL => new URL(`../../web/messages/${tag}.json`, import.meta.url);
  const own = file(language);
  return JSON.parse(readFileSync(existsSync(own) ? own : file('en'), 'utf8')) as { language: string; skip: string };
}

suite('a real article', { skip: absent }, () => {
  const visitors = useBrowser();
  let site: RealSite;
  before(() => {
    mkdirSync(screenshots, { recursive: true });
    site = buildRealSite('http://localhost/');
  });
  after(() => {
    site.remove();
  });

  async function open(world: World, language: string): Promise<Page> {
    for (const path of site.files.filter((name) => name.startsWith(`${id}/`) && name.endsWith('.json')))
      world.publisher.put(path, readFileSync(join(site.folder, path)));
    const src = world.publisher.url(`${id}/article.json`);
    world.show(`<broadside-article lang="${language}" src="${src}"></broadside-article>`);
    const page = await visitors.open({ viewport: { width: 1000, height: 1400 } });
    // Pictures that belong to the articles' own site, or to nobody any more.
    await page.route(/avatars\.githubusercontent\.com|\/assets\//, (route) => route.abort());
    await page.goto(world.host.url());
    await page.locator('article.article').waitFor();
    return page;
  }

  for (const [i, language] of languages.entries()) {
    test(`in ${language} is right in its direction, its words and its switch`, async (t) => {
      const world = await World.start(t);
      const page = await open(world, language);
      const errors = errorsOf(page);
      const article = page.locator('article.article');
      await page.screenshot({ path: join(screenshots, `real-${language}.png`) });
      assert.equal(await article.getAttribute('lang'), language);
      assert.equal(
        await article.evaluate((node) => getComputedStyle(node).direction),
        ['ar', 'fa'].includes(language) ? 'rtl' : 'ltr',
      );

      const words = wordsFor(language);
      assert.equal(await page.locator('.skip').innerText(), words.skip);
      const wordsLanguage = await page
        .locator('.skip a')
        .evaluate((node) => node.closest('[lang]')?.getAttribute('lang'));
      assert.equal(wordsLanguage, words.language);

      assert.equal(await page.locator('.languages summary').getAttribute('lang'), language);
      await page.locator('.languages summary').click();
      const links = page.locator('.languages a');
      assert.deepEqual(
        (await links.evaluateAll((all) => all.map((link) => link.getAttribute('hreflang') ?? ''))).sort(),
        [...languages].sort(),
      );
      const other = languages[(i + 1) % languages.length] ?? '';
      await page.screenshot({ path: join(screenshots, `real-${language}-menu.png`) });
      await page.locator(`.languages a[hreflang="${other}"]`).click();
      await page.locator(`article.article[lang="${other}"]`).waitFor();
      assert.equal(await page.locator('.skip').innerText(), wordsFor(other).skip);
      assert.deepEqual(errors, []);
    });
  }

  test('fits a telephone, in the dark too', async (t) => {
    const world = await World.start(t);
    for (const language of ['ar', 'de', 'ja', 'ta']) {
      const page = await open(world, language);
      await page.setViewportSize({ width: 360, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: join(screenshots, `real-${language}-phone.png`) });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), language);
    }
  });
});
