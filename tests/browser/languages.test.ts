import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { suite, test } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { lookup } from '../../web/src/language/lookup.ts';
import vectors from '../data/language-vectors.json' with { type: 'json' };
import { useBrowser } from '../support/browser.ts';
import { buildManyLanguages, bytesOfText, languages } from '../support/many-languages.ts';
import { article, toldOf, World } from '../support/world.ts';
import { lacks, noScriptOff } from './engines/engine.ts';

/** Returns an article in four languages, two of them in files of their own, whose views the core makes. */
function inFour(): Record<string, unknown> {
  return article({
    translations: {
      en: { title: 'A title', markdown: 'The first paragraph.', url: 'en/' },
      es: { href: 'es.json', url: 'es/' },
      de: { href: 'de.json', url: 'de/' },
      ar: { title: 'عنوان', markdown: 'فقرة', url: 'ar/' },
    },
  });
}

/** Returns a finished tree with links to the other languages. */
const articleView = (name: string): unknown => [
  'article',
  ['h1', name],
  ['p', { class: 'switch' }, ...['en', 'es', 'de'].map((to) => ['a', { href: `${to}/`, hreflang: to }, to])],
];

async function startInFour(test: Parameters<typeof World.start>[0]): Promise<World> {
  const world = await World.start(test);
  world.put(inFour());
  world.publisher.put('es.json', JSON.stringify({ title: 'Un título', markdown: 'El primer párrafo.' }));
  world.publisher.put('de.json', JSON.stringify({ title: 'Ein Titel', markdown: 'Der erste Absatz.' }));
  return world;
}

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
const menu = (page: Page) => page.locator('.languages summary');
const stored = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage as Record<string, string>)
      .filter(([key]) => key.startsWith('broadside:language:'))
      .map(([, language]) => language),
  );

/** Returns whether the element that matches the selector has the focus, within the article. */
function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(
    (selector) => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.matches(selector) ?? false,
    selector,
  );
}

async function choose(page: Page, name: string): Promise<void> {
  await menu(page).click();
  await page.getByRole('link', { name, exact: true }).click();
}

const oldTables = 'it does not take cmn for zh, nor sh for sr-Latn, as BCP 47’s registry does';

suite('the language', () => {
  const visitors = useBrowser();

  test(
    'is chosen by the browser’s own tables in the same way as by those of Node.js',
    lacks({ webkit: oldTables }),
    async () => {
      const { outputFiles } = await build({
        entryPoints: [new URL('../../web/src/language/lookup.ts', import.meta.url).pathname],
        bundle: true,
        write: false,
        format: 'iife',
        globalName: 'choice',
      });
      const page = await visitors.open();
      await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
      const all = vectors.flatMap(
        (group) => group.vectors as ((typeof group.vectors)[number] & { fallback?: string })[],
      );
      const chosen = await page.evaluate((all) => {
        const { lookup: look } = (globalThis as unknown as { choice: { lookup: typeof lookup } }).choice;
        return all.map(({ ranges, available, fallback }) => look(ranges, available, fallback ?? available[0] ?? ''));
      }, all);
      assert.deepEqual(
        chosen,
        all.map((vector) => vector.chosen),
      );
    },
  );

  test('is chosen from a menu, which the keyboard opens, closes and moves through', async (t) => {
    const world = await startInFour(t);
    const { page, errors } = await world.open(visitors);
    await page.evaluate(() => {
      addEventListener('keydown', (event) => Object.assign(globalThis, { heard: event.key }));
    });
    await page.locator('textarea').fill('Half a sentence');
    await menu(page).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await page.locator('.languages a').allInnerTexts(), ['Deutsch', 'English', 'Español', 'العربية']);
    await page.keyboard.press('Tab');
    assert.ok(await isFocused(page, '[hreflang=de]'));
    await page.evaluate(() => Object.assign(globalThis, { heard: '' }));
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.languages details[open]').count(), 0);
    assert.ok(await isFocused(page, 'summary'));
    assert.equal(await page.evaluate(() => (globalThis as unknown as { heard: string }).heard), '');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => (globalThis as unknown as { heard: string }).heard), 'Escape');

    await page.keyboard.press('Enter');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await title(page, 'عنوان');
    assert.equal(await page.locator('.languages details[open]').count(), 0);
    assert.ok(await isFocused(page, 'summary[lang=ar]'));
    assert.equal(await menu(page).innerText(), 'العربية');
    assert.equal(await page.locator('textarea').inputValue(), 'Half a sentence');
    assert.notEqual(await page.locator('.announcement').innerText(), '');
    assert.deepEqual(errors, []);
  });

  test('menu closes when the focus or a click goes elsewhere, inside or outside the article', async (t) => {
    const world = await startInFour(t);
    const { page } = await world.open(visitors);
    const open = page.locator('.languages details[open]');
    for (const elsewhere of [page.locator('.title'), page.getByRole('heading', { name: 'Host' })]) {
      await menu(page).click();
      await open.waitFor();
      await elsewhere.click();
      await open.waitFor({ state: 'detached' });
    }
    // Nothing is clicked here: the first Shift+Tab after a click on a button leads in WebKit to that button.
    await menu(page).press('Enter');
    await open.waitFor();
    await page.keyboard.press('Shift+Tab');
    await open.waitFor({ state: 'detached' });
  });

  test('is stored for this publisher once the reader’s choice is shown, and not before', async (t) => {
    const world = await startInFour(t);
    const { page } = await world.open(visitors);
    await title(page, 'A title');
    assert.deepEqual(await stored(page), []);
    await choose(page, 'Deutsch');
    await title(page, 'Ein Titel');
    assert.deepEqual(await stored(page), ['de']);
    await page.reload();
    await title(page, 'Ein Titel');
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [
      `broadside:language:${new URL(world.src).origin}`,
    ]);
  });

  test('is prefetched when the pointer or the focus rests on its link, and not when they pass over it', async (t) => {
    const world = await startInFour(t);
    const { page } = await world.open(visitors);
    const asked = (name: string) => world.publisher.asked.filter((path) => path === `/${name}.json`).length;
    await menu(page).click();
    const coming = page.waitForResponse(/es\.json$/);
    // All of this happens in one call; on a slow machine the pointer would otherwise rest on the first language.
    await page.locator('.languages').evaluate((languages) => {
      const tell = (language: string, type: string) =>
        languages
          .querySelector(`[hreflang=${language}]`)
          ?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
      tell('de', 'pointerover');
      tell('de', 'pointerout');
      tell('es', 'pointerover');
    });
    await coming;
    assert.deepEqual([asked('de'), asked('es')], [0, 1]);
    const next = page.waitForResponse(/de\.json$/);
    await page.getByRole('link', { name: 'Deutsch' }).focus();
    await next;
    await page.keyboard.press('Enter');
    await title(page, 'Ein Titel');
    await choose(page, 'Español');
    await title(page, 'Un título');
    assert.deepEqual([asked('de'), asked('es')], [1, 1]);
  });

  test('stays if another one cannot be loaded, which is reported and can be tried again', async (t) => {
    const world = await startInFour(t);
    world.publisher.put('es.json', (_, response) => response.writeHead(503).end());
    const { page } = await world.open(visitors);
    await choose(page, 'Español');
    const problem = page.getByRole('alert').filter({ hasText: 'The translation could not be loaded.' });
    await problem.waitFor();
    assert.ok(await problem.evaluate((node) => node.getBoundingClientRect().bottom <= innerHeight));
    assert.equal((await toldOf(page, 'error')).code, 'http');
    assert.equal(await page.locator('.announcement').textContent(), '');
    await title(page, 'A title');
    assert.equal(await menu(page).innerText(), 'English');
    assert.deepEqual(await stored(page), []);

    world.publisher.put('es.json', JSON.stringify({ title: 'Un título', markdown: 'El primer párrafo.' }));
    await problem.getByRole('button', { name: 'Try again' }).click();
    await title(page, 'Un título');
    assert.equal(await problem.count(), 0);
    assert.ok(await isFocused(page, 'summary'));
    assert.deepEqual(await stored(page), ['es']);
  });

  test('is announced to screen readers after a switch, in its own words or, if there are none, in English', async (t) => {
    const world = await World.start(t);
    const text = (lang: string) => ({ title: `In ${lang}`, markdown: 'Text.', url: `${lang}/` });
    const tags = ['en', 'es', 'th', 'en-GB'];
    world.put(article({ translations: Object.fromEntries(tags.map((tag) => [tag, text(tag)])) }));
    const { page } = await world.open(visitors);
    const turned = async (lang: string): Promise<string> => {
      await menu(page).click();
      await page.locator(`.languages a[hreflang=${lang}]`).click();
      await title(page, `In ${lang}`);
      return page.locator('.announcement').innerText();
    };
    await title(page, 'In en');
    assert.equal(await turned('es'), 'El artículo está ahora en español.');
    assert.equal(await turned('th'), 'The article is now in Thai.');
    assert.equal(await turned('en-GB'), 'The article is now in English.');
  });

  test(
    'is announced correctly if the browser is offline and lacks its words, and nothing is announced after a failure',
    lacks({ webkit: 'Playwright cannot take Debian’s WebKit offline' }),
    async (t) => {
      const world = await World.start(t);
      world.put(
        article({
          translations: {
            en: { title: 'A title', markdown: 'Text.', url: 'en/', view: articleView('A title') },
            es: { title: 'Un título', markdown: 'Texto.', url: 'es/', view: articleView('Un título') },
            de: { href: 'de.json', url: 'de/' },
          },
        }),
      );
      const { page } = await world.open(visitors);
      await title(page, 'A title');
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.locator('a[hreflang=es]').click();
      await title(page, 'Un título');
      const said = page.locator('.announcement');
      await said.getByText('The article is now in Spanish.').waitFor();
      await page.locator('a[hreflang=de]').click();
      await page.getByRole('alert').filter({ hasText: 'The translation could not be loaded.' }).waitFor();
      assert.equal(await said.textContent(), '');
      await title(page, 'Un título');
    },
  );

  test('is the default one if the chosen one cannot be loaded', async (t) => {
    const world = await startInFour(t);
    world.publisher.put('es.json', (_, response) => response.writeHead(404).end());
    world.show(`<broadside-article lang="es" src="${world.src}"></broadside-article>`);
    const { page } = await world.open(visitors);
    await title(page, 'A title');
    await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
    assert.deepEqual(await toldOf(page, 'ready'), { language: 'en' });
  });

  test('is announced while it loads, and the last one chosen is shown', async (t) => {
    const world = await startInFour(t);
    let answer: ServerResponse | undefined;
    world.publisher.put('es.json', (_, response) => {
      answer = response;
    });
    const { page } = await world.open(visitors);
    await choose(page, 'Español');
    await page.locator('.corner').getByText('Loading the translation…').waitFor();
    assert.equal(await page.locator('.announcement').innerText(), 'Loading the translation…');
    await choose(page, 'Deutsch');
    await title(page, 'Ein Titel');
    assert.equal(await page.locator('.corner p').count(), 0);
    const arrived = page.waitForResponse(/es\.json$/);
    answer?.end(JSON.stringify({ title: 'Un título', markdown: 'El primer párrafo.' }));
    await (await arrived).finished();
    await page.waitForTimeout(200);
    await title(page, 'Ein Titel');
    assert.deepEqual(await stored(page), ['de']);
  });

  test('costs one file if the languages have files of their own', async (t) => {
    const world = await World.start(t);
    buildManyLanguages(t, world.publisher);
    assert.equal(languages.length, 40);
    for (const [lang, files] of [
      ['en', ['/many/article.json']],
      ['de', ['/many/article.json', '/many/de.json']],
    ] as const) {
      world.show(
        `<broadside-article lang="${lang}" src="${world.publisher.url('many/article.json')}"></broadside-article>`,
      );
      world.publisher.asked.length = 0;
      const page = await visitors.open();
      let bytes = 0;
      page.on('response', (response) => {
        if (response.url().includes('/many/')) void response.body().then((body) => (bytes += body.length));
      });
      await page.goto(world.host.url());
      await title(page, `Title in ${lang}`);
      await page.waitForLoadState('networkidle');
      assert.deepEqual(
        world.publisher.asked.filter((path) => path.startsWith('/many/')),
        files,
      );
      // A text is there twice, as Markdown and as its view.
      assert.ok(bytes > bytesOfText && bytes < files.length * 3 * bytesOfText, `${lang}: ${String(bytes)}`);
    }
  });

  test(
    'menu of a built page opens without script, and its entries lead to pages',
    lacks({ webkit: noScriptOff }),
    async (t) => {
      const world = await World.start(t);
      buildManyLanguages(t, world.publisher);
      const page = await visitors.open({ javaScriptEnabled: false });
      await page.goto(world.publisher.url('many/ar/'));
      await page.locator('.languages summary').click();
      assert.equal(await page.locator('.languages a').count(), 40);
      await page.getByRole('link', { name: 'magyar' }).click();
      await page.getByRole('heading', { name: 'Title in hu' }).waitFor();
      assert.equal(page.url(), world.publisher.url('many/hu/'));
    },
  );

  // pkp/pkp-lib#7352, keymanapp/keyman#1275
  test(
    'is distinguished from another with the same name, on a built page and in the element',
    lacks({ webkit: noScriptOff }),
    async (t) => {
      for (const [tags, names] of [
        [
          ['en', 'en-GB', 'es', 'es-419', 'pt', 'pt-BR', 'zh-Hant', 'zh-HK'],
          [
            ...['English', 'English (UK)', 'Español', 'Español (Latinoamérica)', 'Português', 'Português (Brasil)'],
            ...['繁體中文', '繁體中文（香港）'],
          ],
        ],
        [['en', 'en-GB'], ['Read in English (UK)']],
      ] as const) {
        const world = await World.start(t);
        buildManyLanguages(t, world.publisher, tags);
        const built = await visitors.open({ javaScriptEnabled: false });
        await built.goto(world.publisher.url('many/en/'));
        world.show(
          `<broadside-article lang="en" src="${world.publisher.url('many/article.json')}"></broadside-article>`,
        );
        const { page } = await world.open(visitors);
        await title(page, 'Title in en');
        for (const one of [built, page])
          assert.deepEqual(await one.locator('.languages li a, .switch a').allTextContents(), names);
      }
    },
  );
});
