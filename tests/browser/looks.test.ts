import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useChromium } from '../support/browser.ts';
import { article, World } from '../support/world.ts';

suite('an article looks', () => {
  const visitors = useChromium(
    'what is tested is the style sheet’s colours, and a change of the reader’s scheme cannot be made in Firefox',
  );

  /** Opens a host's page with this content in its head, on a system with this colour scheme. */
  async function open(world: World, head: string, colorScheme: 'light' | 'dark' = 'light', attributes = '') {
    const tag = `<broadside-article src="${world.src}" ${attributes}></broadside-article>`;
    world.host.put('', `<!doctype html><html lang="en">${head}<body>${tag}<script src="${world.loader}"></script>`);
    const page = await visitors.open({ colorScheme });
    await page.goto(world.host.url());
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    return page;
  }

  const style = (page: Page, selector: string, property: string) =>
    page.locator(selector).evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  // The paper is the host's, so that the ink tells which colours hold.
  const dark = 'rgb(232, 230, 227)';
  const light = 'rgb(27, 27, 27)';
  const ink = (page: Page) => style(page, '.broadside', 'color');
  const background = (page: Page) => style(page, '.broadside', 'background-color');
  const none = 'rgba(0, 0, 0, 0)';

  test('as the host’s custom properties and parts say, and not as the host’s other styles say', async (t) => {
    const world = await World.start(t);
    const page = await open(
      world,
      `<style>
        body { --broadside-accent: rgb(0, 0, 200); --broadside-background: rgb(250, 250, 200) }
        broadside-article::part(title) { font-weight: 400 }
        broadside-article::part(input) { border-radius: 7px }
        h1, p, input, .title { color: red !important; font-size: 99px !important }
      </style>`,
    );
    assert.equal(await background(page), 'rgb(250, 250, 200)');
    assert.equal(await style(page, 'article .switch a', 'color'), 'rgb(0, 0, 200)');
    assert.equal(await style(page, 'h1.title', 'font-weight'), '400');
    assert.notEqual(await style(page, 'h1.title', 'color'), 'rgb(255, 0, 0)');
    assert.notEqual(await style(page, 'h1.title', 'font-size'), '99px');
    assert.equal(await style(page, 'textarea', 'border-radius'), '7px');
    assert.equal(await page.locator('input[part=input]').count(), 3);
  });

  test('as large as the browser’s text, whatever size the host’s root has', async (t) => {
    const world = await World.start(t);
    for (const css of [
      'html { font-size: 62.5% }',
      'html { font-size: 8px }',
      'html { font-size: 20px } body { font-size: 10px }',
    ]) {
      const page = await open(world, `<style>${css}</style>`);
      assert.equal(await style(page, '.broadside', 'font-size'), '16px', css);
      assert.equal(await style(page, '.form-title', 'font-size'), await style(page, '.replies-title', 'font-size'));
    }
  });

  const surroundings: [what: string, head: string, system: 'light' | 'dark', color: string][] = [
    ['light on a light page, in a dark system', '', 'dark', light],
    [
      'light on a white background of a dark page',
      '<style>html { color-scheme: dark } body { background: white }</style>',
      'light',
      light,
    ],
    ['dark on a dark background', '<style>body { background: #111 }</style>', 'light', dark],
    [
      'dark on what a page with the scheme dark is painted on',
      '<style>html { color-scheme: dark }</style>',
      'light',
      dark,
    ],
    ['dark where the page follows a dark system', '<style>html { color-scheme: light dark }</style>', 'dark', dark],
    ['dark where the page’s meta does', '<meta name="color-scheme" content="light dark">', 'dark', dark],
    ['light where the page follows a light system', '<meta name="color-scheme" content="light dark">', 'light', light],
  ];
  for (const [what, head, system, color] of surroundings) {
    test(what, async (t) => {
      const page = await open(await World.start(t), head, system);
      assert.deepEqual([await ink(page), await background(page)], [color, none]);
    });
  }

  test('as the attribute theme says, whatever is behind it', async (t) => {
    const world = await World.start(t);
    const page = await open(world, '<style>html { background: black }</style>', 'dark', 'theme="light"');
    assert.deepEqual([await ink(page), await background(page)], [light, 'rgb(255, 255, 255)']);
    await page.evaluate(() => {
      document.querySelector('broadside-article')?.setAttribute('theme', 'dark');
      document.documentElement.style.background = 'white';
    });
    assert.deepEqual([await ink(page), await background(page)], [dark, 'rgb(26, 26, 26)']);
    await page.evaluate(() => {
      document.querySelector('broadside-article')?.removeAttribute('theme');
    });
    assert.deepEqual([await ink(page), await background(page)], [light, none]);
  });

  test('on paper of its own where a picture is behind it', async (t) => {
    const page = await open(await World.start(t), '<style>body { background: linear-gradient(black, white) }</style>');
    assert.deepEqual([await ink(page), await background(page)], [light, 'rgb(255, 255, 255)']);
  });

  test('as a theme says, in both modes, and as the host’s own rules say, which need no !important', async (t) => {
    const themes = join(import.meta.dirname, '../../web/themes');
    const world = await World.start(t);
    const papers: Record<string, [light: string, dark: string]> = {
      gazette: ['rgb(255, 253, 248)', 'rgb(25, 23, 20)'],
      harbour: ['rgb(246, 249, 251)', 'rgb(15, 23, 30)'],
      ledger: ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    };
    for (const [name, [lightPaper, darkPaper]] of Object.entries(papers)) {
      const css = readFileSync(join(themes, `${name}.css`), 'utf8');
      const own =
        'broadside-article { --broadside-measure: 30em } broadside-article::part(title) { color: rgb(1, 2, 3) }';
      const page = await open(world, `<style>${css}${own}</style>`);
      assert.equal(await background(page), lightPaper, name);
      await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('theme', 'dark'));
      assert.equal(await background(page), darkPaper, name);
      assert.equal(await style(page, 'h1.title', 'color'), 'rgb(1, 2, 3)');
      await page.close();
    }
  });

  test('like its page when that changes: by a class, an attribute, the system, and at the end of a fade', async (t) => {
    const world = await World.start(t);
    const css = `
      html.dark { background: oklch(0.2 0 0) }
      html[data-theme=dark] body { background: rgb(0 0 0 / 0.9) }
      @media (prefers-color-scheme: dark) { html { background: color(srgb 0.1 0.1 0.1) } }
      body.fading { background: black; transition: background-color 0.2s }`;
    const page = await open(world, `<style>${css}</style>`);
    const isPainted = (color: string) =>
      page.waitForFunction((color) => {
        const box = document.querySelector('broadside-article')?.shadowRoot?.querySelector('.broadside');
        return box && getComputedStyle(box).color === color;
      }, color);
    const changes: (() => void)[] = [
      () => void document.documentElement.classList.toggle('dark'),
      () => {
        const { dataset } = document.documentElement;
        dataset['theme'] = dataset['theme'] === 'dark' ? 'light' : 'dark';
      },
      () => void document.body.classList.toggle('fading'),
    ];
    await isPainted(light);
    for (const change of changes) {
      await page.evaluate(change);
      await isPainted(dark);
      await page.evaluate(change);
      await isPainted(light);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await isPainted(dark);
  });

  test('dark once a late style sheet has made the page dark', async (t) => {
    const world = await World.start(t);
    let send = (): void => {};
    world.host.put('late.css', (_, response) => {
      send = () => response.setHeader('content-type', 'text/css').end('body { background: black }');
    });
    world.publisher.meanwhile('replies', () => {
      send();
      return false;
    });
    const link = `<link rel="stylesheet" href="late.css" media="print" onload="this.media = 'all'">`;
    assert.equal(await ink(await open(world, link)), dark);
  });

  test('black on white on paper, without what is useless there', async (t) => {
    const world = await World.start(t);
    const markdown = '<details><summary>More</summary><p>Inside.</p></details>';
    world.put(article({ html: 'sanitize', translations: { en: { title: 'A title', markdown } } }));
    const page = await open(world, '<style>body { background: black }</style>');
    const isOpen = () => page.getByText('Inside.').evaluate((node) => node.checkVisibility());
    assert.equal(await ink(page), dark);
    assert.equal(await isOpen(), false);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await isOpen(), true);
    assert.equal(await background(page), 'rgb(255, 255, 255)');
    assert.equal(await style(page, 'h1.title', 'color'), 'rgb(0, 0, 0)');
    assert.equal(await page.locator('form').isVisible(), false);
    assert.equal(await page.locator('.skip').isVisible(), false);
  });
});
