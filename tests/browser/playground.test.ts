import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { serveFolder } from '../../examples/server/static.ts';
import { errorsOf, useChromium } from '../support/browser.ts';

const root = join(import.meta.dirname, '../..');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
declare const globalThis: { axe: { run: (where: unknown, options: object) => Promise<AxeResults> } };

/** The path below which the playground is served, since it may lie anywhere. */
const below = '/somewhere/below/';

suite('the playground', () => {
  const visitors = useChromium(
    'what is its own is an editor that all engines run; the widget in it is tested elsewhere',
  );
  let server: Server;
  let address = '';

  before(async () => {
    const listener = serveFolder(join(root, 'build/playground'));
    server = createServer((request, response) => {
      request.url = request.url?.startsWith(below) ? request.url.slice(below.length - 1) : '/nothing';
      listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}${below}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const frame = (page: Page): FrameLocator => page.frameLocator('#frame');
  const headline = (page: Page, name: string) => frame(page).getByRole('heading', { level: 1, name });
  const editor = (page: Page, language: string) => page.getByRole('textbox', { name: `Markdown in ${language}` });
  const remarks = (page: Page) => page.getByRole('region', { name: 'Remarks' });

  async function open(fragment = '', viewport = { width: 1500, height: 1000 }): Promise<Page> {
    const page = await visitors.open({ viewport });
    await page.goto(`${address}#${fragment}`);
    await headline(page, 'One Sheet on Any Wall').waitFor();
    await page.getByText('3 things are odd.').waitFor();
    return page;
  }

  /** Types over the whole text. */
  async function type(page: Page, language: string, text: string): Promise<void> {
    await editor(page, language).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }

  test('shows what is typed, in the same page, and where it is odd', async () => {
    const page = await open();
    const errors = errorsOf(page);
    const html = frame(page).locator('html');
    await html.evaluate((element) => {
      element.setAttribute('data-test', 'the same');
    });
    await type(page, 'English', '---\ntitle: Typed\n---\n\nfine\n\né [a][nowhere] and <blink>b</blink>\n');
    await headline(page, 'Typed').waitFor();
    assert.equal(await html.getAttribute('data-test'), 'the same');
    const found = remarks(page).getByRole('button');
    await page.getByText('2 things are odd.').waitFor();
    assert.match(await found.nth(0).innerText(), /^English 7:3 "\[a\]\[nowhere\]" refers .* missing-definition$/);
    assert.match(await found.nth(1).innerText(), /^English 7:20 <blink>: .* raw-html$/);
    assert.equal(await page.locator('#first .cm-lintRange').count(), 2);
    await type(page, 'Spanish', '---\ntitle: Escrito\nlead: {src: a.png, width: tall}\n---\n');
    await remarks(page).getByText('Spanish 3:1').or(remarks(page).getByText('Spanish 3:20')).waitFor();
    assert.deepEqual(errors, []);
  });

  test('writes each setting to the element, the tag and the address, from which it opens again', async () => {
    const page = await open();
    await page.getByLabel('theme').selectOption('dark');
    await page.getByLabel('heading-level').selectOption('2');
    await page.getByLabel('Width in pixels').fill('400');
    await page.getByLabel('Direction').selectOption('rtl');
    await frame(page).getByRole('heading', { level: 2, name: 'One Sheet on Any Wall' }).waitFor();
    assert.equal(await frame(page).locator('html').getAttribute('dir'), 'rtl');
    assert.equal((await page.locator('#frame').boundingBox())?.width, 400);
    const tag = await page.getByRole('region', { name: 'The tag' }).innerText();
    assert.match(tag, /<broadside-article src="[^"]+" theme="dark" heading-level="2">/);
    assert.ok(tag.includes(`${address}broadside/`));
    await type(page, 'English', '---\ntitle: Kept\n---\n');
    await headline(page, 'Kept')
      .or(frame(page).getByRole('heading', { name: 'Kept' }))
      .waitFor();
    await page.waitForURL(/#width=400&theme=dark&heading-level=2&dir=rtl&text\.en=/);
    const again = await visitors.open();
    await again.goto(page.url());
    await frame(again).getByRole('heading', { level: 2, name: 'Kept' }).waitFor();
    assert.equal(await again.getByLabel('theme').inputValue(), 'dark');
  });

  test('shows the article under each policy and on a slow network, and what a lost one means', async () => {
    const page = await open();
    for (const policy of ['strict', 'trusted-types', 'no-wasm', 'no-core']) {
      await page.getByLabel('Policy').selectOption(policy);
      await page.waitForFunction(
        (policy) => document.querySelector('iframe')?.contentWindow?.location.pathname.endsWith(`/${policy}.html`),
        policy,
      );
      await headline(page, 'One Sheet on Any Wall').waitFor();
    }
    await page.getByLabel('Policy').selectOption('no-wasm');
    await page.getByLabel('Contents').selectOption('markdown');
    await page.getByRole('button', { name: 'Load again' }).click();
    await headline(page, 'One Sheet on Any Wall').waitFor();
    await page.getByLabel('Network').selectOption('4g');
    await frame(page).getByRole('link', { name: 'One Sheet on Any Wall' }).waitFor();
    await headline(page, 'One Sheet on Any Wall').waitFor();
    await page.getByLabel('Network').selectOption('lost');
    await page.getByRole('status').filter({ hasText: 'network: ' }).waitFor();
  });

  test('opens files and folders, with their pictures', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'broadside-playground-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'tale'));
    await writeFile(join(folder, 'tale/de.md'), '---\ntitle: Ein Blatt\n---\n\n![Ein Punkt](dot.svg)\n');
    await writeFile(join(folder, 'tale/fr.md'), '---\ntitle: Une feuille\n---\n');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="31" height="17"/>';
    await writeFile(join(folder, 'tale/dot.svg'), svg);
    const page = await open('policy=strict');
    await page.getByLabel('Open a folder').setInputFiles(join(folder, 'tale'));
    await headline(page, 'Ein Blatt').waitFor();
    await editor(page, 'French').waitFor();
    await page.waitForFunction(() => {
      const element = document.querySelector('iframe')?.contentDocument?.querySelector('broadside-article');
      return element?.shadowRoot?.querySelector('img')?.naturalWidth === 31;
    });
    await page.getByRole('button', { name: 'Example' }).click();
    await headline(page, 'One Sheet on Any Wall').waitFor();
    const session = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        ...{ type, x: 200, y: 300 },
        data: { items: [], files: [join(folder, 'tale')], dragOperationsMask: 1 },
      });
    await headline(page, 'Ein Blatt').waitFor();
    await page.getByLabel('Open files').setInputFiles(join(folder, 'tale/dot.svg'));
    await page.getByText('There is no text among 1 files.').waitFor();
  });

  test('is used with the keyboard alone', async () => {
    const page = await open();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent.trim() ?? '';
      });
    await editor(page, 'English').focus();
    await page.keyboard.press('F8');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('!');
    await page.getByText('English 35:61').waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'EnglishSpanish');
    await page.getByRole('tab', { name: 'Page' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Tree');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.waitForFunction(
      () => document.activeElement?.id === 'tree' && document.activeElement.textContent !== '',
    );
    await remarks(page).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'Markdown in English');
    await page.getByRole('button', { name: 'Copy' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/The tag (was copied|is selected; copy it)\./).waitFor();
  });

  test('has no fault that axe finds, wide or narrow, light or dark', async () => {
    const page = await open();
    await page.evaluate(axe);
    const states = [
      ['light', 1500, 'Page'],
      ['dark', 1500, 'HTML'],
      ['dark', 320, 'Page'],
      ['light', 320, 'Measures'],
    ] as const;
    for (const [colorScheme, width, tab] of states) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.getByRole('tab', { name: tab, exact: true }).click();
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run('html', { rules: { 'target-size': { enabled: true } } }),
      );
      const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      assert.deepEqual(faults, [], `${tab}, ${colorScheme}, ${width}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }
  });

  test('has a gallery, each page of which shows the article without any other server', async () => {
    const page = await visitors.open({ viewport: { width: 1500, height: 1000 } });
    const wrong: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) wrong.push(request.url());
    });
    page.on('response', (response) => {
      if (!response.ok()) wrong.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(address);
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByRole('link', { name: 'The Riverton Courier' }).waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run('html', { iframes: false }));
    assert.deepEqual(violations, []);
    // One of the pages only leads to another, and one shows its article when its link is followed.
    const frames = 'iframe:not([src="prerender.html"], [src="single-page.html"])';
    await page.locator('iframe').evaluateAll((all) => {
      for (const frame of all) frame.setAttribute('loading', 'eager');
    });
    await page.waitForFunction((frames) => {
      const shown = [...document.querySelectorAll<HTMLIFrameElement>(frames)].map((frame) =>
        frame.contentDocument?.querySelector('broadside-article')?.shadowRoot?.querySelector('h1, h2'),
      );
      return shown.length > 20 && shown.every(Boolean);
    }, frames);
    assert.deepEqual(wrong, []);
  });
});
