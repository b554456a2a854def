import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { goToReplies, useBrowser } from '../support/browser.ts';
import { english, toldOf, World } from '../support/world.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/embedding.md'), 'utf8');

/** Returns the first example below a heading of the documentation. */
function example(heading: string, language: string): string {
  const section = docs.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const code = section.split('```' + language + '\n')[1]?.split('```')[0];
  assert.ok(code, heading);
  return code;
}

suite('the element’s properties and methods', () => {
  const visitors = useBrowser();

  test('tell what is shown and when, as the examples of the documentation use them', async (t) => {
    const world = await World.start(t);
    const script = `<script>${example('Events', 'js')}${example('When something goes wrong', 'js')}</script>`;
    world.show(
      `<broadside-article src="${world.src}"></broadside-article>${script}${example('Properties and methods', 'html')}`,
    );
    const { page } = await world.open(visitors);
    await page.waitForFunction(() => document.title === 'A title');
    const told = await page.evaluate(async () => {
      const element = document.querySelector('broadside-article');
      if (!element) throw new Error('no element');
      await element.ready;
      return { language: element.language, article: element.article };
    });
    const article = { title: 'A title', language: 'en', languages: ['en', 'es'], page: world.publisher.url('en/') };
    assert.deepEqual(told, { language: 'en', article });
    const logged = page.waitForEvent('console', (message) => message.text().includes('is shown in es'));
    await page.evaluate(() => {
      document.querySelector('broadside-article')?.setAttribute('lang', 'es');
    });
    await logged;
    assert.equal(await page.evaluate(() => document.querySelector('broadside-article')?.language), 'es');
  });

  test('fetch the article anew, keep what the reader types, and keep the article if that fails', async (t) => {
    const world = await World.start(t);
    world.put(english({ title: 'Before' }));
    const { page } = await world.open(visitors);
    await goToReplies(page);
    await page.locator('textarea').fill('Half a sentence');
    const reload = () => page.evaluate(() => document.querySelector('broadside-article')?.reload());
    world.put(english({ title: 'After' }));
    await reload();
    assert.equal(await page.locator('h1.title').innerText(), 'After');
    await page.locator('textarea').waitFor();
    assert.equal(await page.locator('textarea').inputValue(), 'Half a sentence');
    world.put('no JSON');
    await reload();
    assert.equal((await toldOf(page, 'error')).code, 'article');
    assert.equal(await page.locator('h1.title').innerText(), 'After');
  });

  test('are empty before there is an article', async (t) => {
    const world = await World.start(t);
    world.publisher.put('article.json', () => {});
    const { page } = await world.open(visitors);
    await page.waitForFunction(() => customElements.get('broadside-article'));
    assert.deepEqual(
      await page.evaluate(() => {
        const { language, article } = document.querySelector('broadside-article') ?? {};
        return [language, article ?? null];
      }),
      ['', null],
    );
  });
});
