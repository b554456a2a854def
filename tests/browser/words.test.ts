import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { suite, test } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { article, toldOf, World } from '../support/world.ts';

const persian = article({
  default: 'fa',
  translations: {
    fa: { title: 'عنوان', markdown: 'متن', url: 'fa/' },
    sr: { title: 'Наслов', markdown: 'Текст', url: 'sr/' },
  },
});

function files(world: World): string[] {
  return world.publisher.asked.filter((path) => path.endsWith('.json') && path.includes('/broadside-'));
}

suite('the interface’s words', () => {
  const visitors = useBrowser();

  test('are downloaded for the article’s language alone', async (t) => {
    const world = await World.start(t);
    world.put(persian);
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { name: 'دیدگاهتان را بنویسید' }).waitFor();
    assert.equal(await page.locator('.broadside').getAttribute('lang'), 'fa');
    assert.equal(await page.locator('.broadside').getAttribute('dir'), 'rtl');
    assert.equal(await page.locator('.skip').getAttribute('lang'), null);
    assert.deepEqual(
      files(world).map((path) => path.replace(/\.[\w-]+\./, '.')),
      // The article has several languages, whose names its switch shows.
      ['/broadside/broadside-words.json', '/broadside/broadside-fa.json', '/broadside/broadside-names.json'],
    );
    assert.deepEqual(errors, []);
  });

  test('are English, and marked as English, for an article in a language that has none', async (t) => {
    const world = await World.start(t);
    world.put(persian);
    world.show(`<broadside-article src="${world.src}" lang="sr"></broadside-article>`);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.equal(await page.locator('article').getAttribute('lang'), 'sr');
    assert.equal(await page.locator('.broadside').getAttribute('lang'), 'en');
    assert.equal(await page.locator('.skip').getAttribute('lang'), 'en');
    assert.deepEqual(
      files(world).filter((path) => !/-(words|names)\./.test(path)),
      [],
    );
  });

  test('are English if they cannot be loaded, and are tried again', async (t) => {
    const world = await World.start(t);
    world.put(persian);
    const path = world.publisher.paths().find((path) => path.includes('broadside-fa.')) ?? '';
    const whole = readFileSync(new URL(`../../web/dist/${basename(path)}`, import.meta.url));
    let answer: string | Buffer = '{"language": "fa"}';
    world.publisher.put(path, (_, response) => response.end(answer));
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.equal(await page.locator('article').getAttribute('lang'), 'fa');
    assert.equal(await page.locator('.broadside').getAttribute('lang'), 'en');
    assert.equal(await page.locator('.broadside').getAttribute('dir'), 'ltr');
    assert.deepEqual(await page.locator('.skip').evaluate((node: HTMLElement) => [node.lang, node.dir]), ['en', 'ltr']);
    assert.equal((await toldOf(page, 'error')).code, 'messages');

    answer = whole;
    await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('heading-level', '2'));
    await page.waitForFunction(
      () =>
        document.querySelector('broadside-article')?.shadowRoot?.querySelector<HTMLElement>('.broadside')?.lang ===
        'fa',
    );
  });

  test('are not waited for by a finished text, and are there behind it', async (t) => {
    const world = await World.start(t);
    const view = ['article', { class: 'article', lang: 'fa', dir: 'rtl' }, ['div', { class: 'body' }, ['p', 'متن']]];
    world.put(article({ default: 'fa', translations: { fa: { title: 'عنوان', markdown: 'متن', url: 'fa/', view } } }));
    const path = world.publisher.paths().find((path) => path.includes('broadside-fa.')) ?? '';
    const words = readFileSync(new URL(`../../web/dist/${basename(path)}`, import.meta.url));
    let release: () => void = () => {};
    world.publisher.put(path, (_, response) => {
      release = () => response.end(words);
    });
    const { page, errors } = await world.open(visitors);
    await page.getByText('متن').waitFor();
    await toldOf(page, 'ready');
    assert.equal(await page.locator('.broadside').getAttribute('lang'), 'en');
    assert.equal(await page.getByRole('button').count(), 0);
    release();
    await page.getByRole('heading', { name: 'دیدگاهتان را بنویسید' }).waitFor();
    assert.equal(await page.locator('.broadside').getAttribute('lang'), 'fa');
    assert.deepEqual(errors, []);
  });
});
