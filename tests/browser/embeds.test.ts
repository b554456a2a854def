import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { useChromium } from '../support/browser.ts';
import { article, english, toldOf, World } from '../support/world.ts';
import { lacks, noWindows } from './engines/engine.ts';

const youTube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const vimeo = 'https://vimeo.com/76979871';

const embed = (href: string): unknown => ['p', { class: 'embed' }, ['a', { href }, href]];
const view = (lang: string, ...children: unknown[]): unknown => ['article', { lang }, ['h1', lang], ...children];

suite('the address of a video alone in its paragraph', () => {
  const visitors = useChromium('not all of these tests pass in the other engines yet');

  /** Opens a host's page with this view in it. Requests to providers are answered, and listed in `asked`. */
  async function open(test: TestContext, json: unknown, embeds = 'embeds="on"'): Promise<[Page, string[], World]> {
    const world = await World.start(test);
    world.put(json);
    world.show(`<broadside-article lang="en" ${embeds} src="${world.src}"></broadside-article>`);
    const { page } = await world.open(visitors);
    const asked: string[] = [];
    await page.context().route(/^https:/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: 'The player' });
    });
    await toldOf(page, 'ready');
    return [page, asked, world];
  }

  const facade = (page: Page): Locator => page.getByRole('link', { name: 'Play the video from YouTube' });

  test('becomes the provider’s frame on a click, and requests nothing from the provider before', async (t) => {
    const [page, asked, world] = await open(t, english({ view: view('en', embed(`${youTube}&t=1m5s`)) }));
    await facade(page).hover();
    await page.waitForTimeout(200);
    assert.deepEqual(asked, []);
    await facade(page).click();
    const frame = page.locator('iframe');
    await page.frameLocator('iframe').getByText('The player').waitFor();
    assert.deepEqual(asked, ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=65']);
    assert.deepEqual(await attributesOf(frame), {
      class: 'player',
      src: asked[0],
      title: 'YouTube',
      allow: 'autoplay; fullscreen; picture-in-picture',
      allowfullscreen: '',
      referrerpolicy: 'strict-origin-when-cross-origin',
      sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
    });
    assert.ok(await frame.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node));
    assert.equal(page.context().pages().length, 1);
    assert.equal(page.url(), world.host.url());
  });

  test('is found by the core in Markdown', async (t) => {
    const [page, asked] = await open(t, english({ markdown: `Before.\n\n${youTube}\n\nAfter ${youTube}.` }));
    assert.equal(await page.getByRole('link').count(), 3);
    await facade(page).click();
    await page.frameLocator('iframe').getByText('The player').waitFor();
    assert.equal(asked.length, 1);
  });

  test('can be played with the keyboard alone', async (t) => {
    const [page, asked] = await open(t, english({ view: view('en', embed(vimeo)) }));
    await page.getByRole('link', { name: 'Play the video from Vimeo' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('iframe').waitFor();
    assert.deepEqual(asked, ['https://player.vimeo.com/video/76979871?autoplay=1']);
  });

  test('is a link for a click with Ctrl', lacks({ webkit: noWindows }), async (t) => {
    const [page] = await open(t, english({ view: view('en', embed(youTube)) }));
    const tab = page.context().waitForEvent('page');
    await facade(page).click({ modifiers: ['Control'] });
    await tab;
    assert.ok(await facade(page).isVisible());
    assert.equal(await page.locator('iframe').count(), 0);
  });

  test('is an ordinary link if the host does not set embeds="on"', lacks({ webkit: noWindows }), async (t) => {
    for (const attribute of ['', 'embeds="off"', 'embeds="yes"']) {
      const [page] = await open(t, english({ view: view('en', embed(youTube)) }), attribute);
      const link = page.getByRole('link', { name: youTube });
      assert.equal(await link.getAttribute('href'), youTube);
      assert.equal(await link.getAttribute('class'), null);
      const tab = page.context().waitForEvent('page');
      await link.click();
      await tab;
      assert.equal(await page.locator('iframe').count(), 0);
    }
  });

  test('is an ordinary link if it belongs to another provider, whatever the publisher’s view says', async (t) => {
    const others = [
      'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
      'https://evil.example/embed/dQw4w9WgXcQ',
      'https://www.youtube.com/playlist?list=PL1',
    ];
    const inText = ['p', ['a', { href: youTube }, 'in the text']];
    const beside = ['p', { class: 'embed' }, ['a', { href: youTube }, 'beside'], ' more'];
    const [page] = await open(t, english({ view: view('en', ...others.map(embed), inText, beside) }));
    assert.equal(await page.getByRole('link').count(), 5);
    assert.equal(await page.locator('.facade').count(), 0);
  });

  test('keeps playing while the article is painted again, and stops when the language changes', async (t) => {
    const [page, asked] = await open(
      t,
      article({
        translations: {
          en: { title: 'en', markdown: '', view: view('en', embed(youTube), embed(youTube)) },
          es: { title: 'es', markdown: '', view: view('es', embed(youTube), embed(youTube)) },
        },
      }),
    );
    await facade(page).nth(1).click();
    const frame = page.locator('iframe');
    await frame.evaluate((node) => Object.assign(globalThis, { node }));
    const change = (name: string, value: string): Promise<void> =>
      page.evaluate(([name, value]) => document.querySelector('broadside-article')?.setAttribute(name, value), [
        name,
        value,
      ] as const);
    await change('heading-level', '3');
    await page.getByRole('heading', { name: 'en', level: 3 }).waitFor();
    assert.ok(await frame.evaluate((node) => (globalThis as unknown as { node: Node }).node === node));
    assert.equal(asked.length, 1);

    await change('lang', 'es');
    await page.getByRole('link', { name: 'Reproducir el vídeo de YouTube' }).nth(1).waitFor();
    assert.equal(await frame.count(), 0);
    await change('lang', 'en');
    await facade(page).nth(1).waitFor();
    await change('embeds', 'off');
    await page.getByRole('link', { name: youTube, exact: true }).nth(1).waitFor();
    assert.equal(asked.length, 1);
  });

  test('can be played under a policy that allows the provider’s frames, and under trusted types', async (t) => {
    const world = await World.start(t);
    world.put(english({ view: view('en', embed(youTube)) }));
    world.show('', `nonce="n" data-article="${world.src}" data-embeds="on"`);
    world.host.policy =
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; script-src 'nonce-n'; " +
      `connect-src ${new URL(world.src).origin}; frame-src https://www.youtube-nocookie.com`;
    const { page } = await world.open(visitors);
    await page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: 'The player' }));
    await facade(page).click();
    await page.frameLocator('iframe').getByText('The player').waitFor();
  });
});

function attributesOf(element: Locator): Promise<Record<string, string>> {
  return element.evaluate((node) => Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])));
}
