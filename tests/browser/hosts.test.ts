import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../../examples/server/demo.ts';
import { hostPage } from '../../examples/server/host-page.ts';
import { hostSite } from '../../examples/server/host-site.ts';
import { close, listen, portOf } from '../../examples/server/ports.ts';
import { errorsOf, useBrowser } from '../support/browser.ts';
import { launchChromium } from '../support/chromium.ts';
import { engine, lacks } from './engines/engine.ts';
import { hostListeners, hostState, noteListeners } from './hosts/host-state.ts';
import { differences, type Look, lookOf, untilWhole } from './hosts/look.ts';

/** The pages whose styles or layout are hostile. */
const hosts = [
  ...['plain', 'unset', 'shouting', 'registered', 'bootstrap', 'tailwind', 'wordpress', 'right-to-left', 'zoom'],
  ...['narrow', 'flex', 'grid', 'table', 'base', 'quirks'],
];

/** The events that an article listens to on its host's page. None of them keeps the page from being kept by the browser. */
const listenedTo = [
  'window hashchange', // for links to places in the article
  'window pageshow', // for new replies when the reader comes back
  'window online', // for a reply that waits for the network
  'document load', // for style sheets that make the page dark
  'document transitionend',
  'document pointerdown', // for the menu of languages, which closes
  'document focusin',
];

const folder = mkdtempSync(join(tmpdir(), 'broadside-hosts-'));

suite('a hostile host', () => {
  const visitors = useBrowser();
  let demo: Demo;
  /** The address of the same pages without the loader. */
  let without = '';
  let stop = (): Promise<void> => Promise.resolve();

  before(async () => {
    demo = await startDemo({ folder });
    const page = await hostPage(demo);
    const server = await listen(0);
    server.on('request', hostSite({ page: (html) => page(html).replace(/<script async[^>]*><\/script>/g, '') }));
    without = `http://localhost:${portOf(server)}`;
    stop = async () => {
      await Promise.all([close(server), demo.stop()]);
      rmSync(folder, { recursive: true });
    };
  });
  after(() => stop());

  async function open(name: string): Promise<{ page: Page; errors: string[] }> {
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(`${demo.host}/hosts/${name}.html`);
    return { page, errors };
  }

  test('shows the article as a plain page does, and stays as it was', async () => {
    const page = await visitors.open({ viewport: { width: 1000, height: 800 } });
    await noteListeners(page);
    const looks: { name: string; look: Look; width: number }[] = [];
    const faults: string[] = [];
    // The first page of a window takes the place of its empty one in the history, and the others do not.
    await page.goto(`${without}/hosts/away.html`);
    for (const name of hosts) {
      await page.goto(`${without}/hosts/${name}.html`);
      // Playwright listens to the page from here on, as it does to the other one.
      await page.waitForFunction(() => true);
      const [stateBefore, listenersBefore] = [await hostState(page), await hostListeners(page)];
      await page.goto(`${demo.host}/hosts/${name}.html`);
      await untilWhole(page);
      const added = withoutOnce(await hostListeners(page), listenersBefore);
      faults.push(...added.filter((one) => !listenedTo.includes(one)).map((one) => `${name}: listens to ${one}`));
      faults.push(...differences(await hostState(page), stateBefore).map((one) => `${name}: the host’s ${one}`));
      const width = await page.evaluate(widthOfArticle);
      await page.evaluate(setWidth, width);
      looks.push({ name, look: await lookOf(page), width });
    }
    await page.goto(`${demo.host}/hosts/plain.html`);
    await untilWhole(page);
    const plain = new Map<number, Look>();
    for (const { name, look, width } of looks) {
      if (!plain.has(width)) {
        await page.evaluate(setWidth, width);
        plain.set(width, await lookOf(page));
      }
      const found = differences(look, plain.get(width) ?? new Map());
      // Zoomed lengths are rounded to other pixels.
      const faulty = name === 'zoom' ? found.filter((one) => !/[\d.]+px/.test(one)) : found;
      faults.push(...faulty.map((one) => `${name}: the article’s ${one}`));
    }
    assert.equal(faults.length, 0, summary(faults));
  });

  const title = (page: Page, name: RegExp) => page.getByRole('heading', { name }).first();
  const english = /^North Korea/;
  const spanish = /^Corea del Norte/;
  const isDark = (page: Page, dark: boolean) =>
    page.waitForFunction(
      (dark) =>
        document
          .querySelector('broadside-article')
          ?.shadowRoot?.querySelector('.broadside')
          ?.classList.contains('dark') === dark,
      dark,
    );

  test('may move the article, which follows its new place, and clone, remove and restore it', async () => {
    const { page, errors } = await open('moving');
    await untilWhole(page);
    const text = page.locator('textarea').first();
    await text.fill('A draft');
    await text.evaluate((node) => Object.assign(globalThis, { node }));
    await page.getByRole('button', { name: 'Move it', exact: true }).click();
    await title(page, spanish).waitFor();
    await isDark(page, true);
    await page.getByRole('button', { name: 'Move it', exact: true }).click();
    await title(page, english).waitFor();
    await isDark(page, false);
    assert.ok(await text.evaluate((node) => (globalThis as unknown as { node: Node }).node === node));

    await page.getByRole('button', { name: 'Clone it' }).click();
    await page.locator('broadside-article').nth(1).getByRole('heading', { name: english }).waitFor();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.locator('article').nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Restore it' }).click();
    await page.locator('article').nth(1).waitFor();
    await untilWhole(page);
    assert.equal(await text.inputValue(), 'A draft');
    assert.deepEqual(errors, []);
  });

  test('may set src ten times in a row, and sees the last article alone', async () => {
    const { page, errors } = await open('sources');
    await untilWhole(page);
    await page.getByRole('button').first().click();
    await title(page, /^What a Sheet/).waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('article').count(), 1);
    assert.ok(await title(page, /^What a Sheet/).isVisible());
    assert.deepEqual(errors, []);
  });

  test('may load the loader twice, from two places', async () => {
    const { page, errors } = await open('twice');
    await title(page, english).waitFor();
    await page.locator('broadside-article').nth(1).locator('.title').waitFor();
    await untilWhole(page);
    const cores = await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length,
    );
    assert.equal(cores, 1);
    assert.equal(await page.locator('broadside-article').count(), 2);
    assert.deepEqual(errors, []);
  });

  test('may be a single page, in which the article comes and goes and leaves nothing behind', async () => {
    const page = await visitors.open();
    const errors = errorsOf(page);
    await noteListeners(page);
    await page.goto(`${demo.host}/hosts/single-page.html`);
    await page.evaluate(() => customElements.whenDefined('broadside-article').then(() => {}));
    const before = await hostListeners(page);
    // For clicks of its own Playwright may listen to the page, too.
    const follow = (name: string): Promise<void> =>
      page.evaluate((name) => {
        [...document.links].find(({ textContent }) => textContent === name)?.click();
      }, name);
    for (let visit = 0; visit < 3; visit++) {
      await follow('An article');
      await title(page, english).waitFor();
      assert.equal(await page.title(), 'An article');
      await follow('News');
      await page.locator('article').waitFor({ state: 'detached' });
    }
    await page.evaluate(() => {
      history.back();
    });
    await title(page, english).waitFor();
    await page.evaluate(() => {
      history.forward();
    });
    await page.locator('article').waitFor({ state: 'detached' });
    assert.deepEqual(await hostListeners(page), before);
    assert.equal(await page.title(), 'News');
    assert.deepEqual(errors, []);
  });

  const notAnswered = 'Playwright gets no answer from a page of Debian’s WebKit after Back';
  test(
    'may be left and come back to, when the browser has kept it as it was',
    lacks({ webkit: notAnswered }),
    async (t) => {
      const page = engine === 'chromium' ? await openKeepingPages(t) : await visitors.open();
      await page.goto(`${demo.host}/hosts/back-forward.html`);
      await untilWhole(page);
      await page.locator('textarea').fill('A draft');
      await page.evaluate(() => {
        location.href = 'away.html';
      });
      await page.waitForFunction(() => document.title === 'Away' && document.readyState === 'complete');
      await page.evaluate(() => {
        history.back();
      });
      await page.waitForFunction(() => document.querySelector('output')?.value === '1');
      assert.equal(await page.locator('textarea').inputValue(), 'A draft');
      // Playwright waits for a navigation that it has not seen end before it clicks in Firefox.
      await page.locator('.switch a').dispatchEvent('click');
      await page.waitForFunction((name) => {
        const found = document.querySelector('broadside-article')?.shadowRoot?.querySelector('.title');
        return found?.textContent.startsWith(name);
      }, 'Corea del Norte');
    },
  );

  test('may be translated by a program that wraps each text, and the article can still be used', async () => {
    const { page, errors } = await open('translator');
    await untilWhole(page);
    const original = await page.locator('article').innerText();
    await page.getByRole('button', { name: 'Translate this page' }).click();
    await page.getByRole('heading', { name: /^⟦North Korea/ }).waitFor();
    await page.locator('.switch a').click();
    await title(page, spanish).waitFor();
    assert.equal((await page.locator('.body').innerText()).match(/⟦.*⟧/)?.[0], undefined);
    await page.locator('textarea').fill('Una *respuesta*');
    await page.locator('.preview-button').click();
    await page.locator('.preview em').waitFor();
    await page.getByRole('button', { name: 'Show the original' }).click();
    await page.locator('.switch a').click();
    await title(page, english).waitFor();
    assert.equal(await page.locator('article').innerText(), original);
    assert.equal(await page.locator('textarea').inputValue(), 'Una *respuesta*');
    assert.deepEqual(errors, []);
  });

  test('may change its language and its colours, which the article follows until the reader chooses', async () => {
    const { page, errors } = await open('live');
    await untilWhole(page);
    const head = await page.evaluate(() => document.head.outerHTML + document.title);
    await page.getByRole('button', { name: 'This page is in Spanish' }).click();
    await title(page, spanish).waitFor();
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    await page.getByRole('button', { name: 'This page is in English' }).click();
    await title(page, english).waitFor();
    assert.equal(await page.evaluate(() => document.head.outerHTML + document.title), head);

    await page.getByRole('button', { name: 'This page is dark' }).click();
    await isDark(page, true);
    await page.getByRole('button', { name: 'This page is light' }).click();
    await isDark(page, false);
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
    });
    await isDark(page, true);
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = '';
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: 'body { background: #000 }' }),
      );
    });
    await isDark(page, true);
    await page.evaluate(() => {
      document.querySelector('style')?.remove();
    });
    await isDark(page, false);

    await page.locator('.switch a').click();
    await title(page, spanish).waitFor();
    await page.getByRole('button', { name: 'This page is in Spanish' }).click();
    await page.getByRole('button', { name: 'This page is in English' }).click();
    // When this has taken effect, so has everything before it.
    await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('heading-level', '3'));
    await page.getByRole('heading', { name: spanish, level: 3 }).waitFor();
    assert.deepEqual(errors, []);
  });
});

/** Opens a page in a Chromium that keeps pages for Back, which Playwright turns off. */
async function openKeepingPages(t: TestContext): Promise<Page> {
  const browser = await launchChromium(['--disable-back-forward-cache']);
  t.after(() => browser.close());
  return browser.newPage({ locale: 'en-US' });
}

/** Returns the width that the host leaves to the article, in whole pixels. */
function widthOfArticle(): number {
  const element = document.querySelector('broadside-article');
  return element ? Math.floor(parseFloat(getComputedStyle(element).width)) : 0;
}

function setWidth(width: number): void {
  const { style } = document.querySelector('broadside-article') as HTMLElement;
  style.setProperty('width', `${width}px`, 'important');
  style.setProperty('max-width', 'none', 'important');
}

function summary(faults: readonly string[]): string {
  return `${faults.length} faults:\n${faults
    .map((fault) => fault.slice(0, 200))
    .slice(0, 100)
    .join('\n')}`;
}

/** Returns the items of `list` that `others` does not have, or has fewer of. */
function withoutOnce(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
