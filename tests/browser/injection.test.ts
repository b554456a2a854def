import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { useChromium } from '../support/browser.ts';
import { armed, Canary } from '../support/canary.ts';
import { Site } from '../support/site.ts';
import { type Attack, attacks, replies } from './injections/articles.ts';
import { markup } from './injections/markup.ts';
import { builtPages, replyPages } from './injections/pages.ts';

const settled = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((count) => (globalThis as unknown as { told: Set<EventTarget> }).told.size === count, count);

/** Returns the attacks that should be shown but are not. */
async function refused(page: Page, list: readonly Attack[]): Promise<string[]> {
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('broadside-article')].map(
      ({ shadowRoot }) => shadowRoot?.querySelector('article') !== null,
    ),
  );
  return list.filter(({ isShown }, i) => isShown && shown[i] !== true).map(({ text }) => text);
}

suite('an injection', () => {
  const visitors = useChromium(
    'the canaries watch the requests, windows and dialogs of a whole browser, and no text is parsed by its HTML parser',
  );

  async function watch(): Promise<[Page, Canary]> {
    const page = await visitors.open();
    await page.addInitScript(() => {
      const told = new Set<EventTarget | null>();
      Object.assign(globalThis, { told });
      addEventListener('broadside:ready', ({ target }) => told.add(target));
      addEventListener('broadside:error', ({ target, detail }: CustomEventInit & Event) => {
        // If a view is refused, the article is still to come from its Markdown.
        if ((detail as { code: string }).code !== 'view') told.add(target);
      });
    });
    return [page, await Canary.watch(page)];
  }

  /** Shows one host's page with all of these articles, and a button of the host's between each two. */
  async function show(test: TestContext, list: readonly Attack[]): Promise<Canary> {
    const [host, publisher] = [await Site.start(test), await Site.start(test)];
    const loader = publisher.putLoader();
    const [page, canary] = await watch();
    const elements = list.map((attack, i) => {
      const name = `${i}.${attack.file}`;
      publisher.put(name, armed(attack.text, i, host.url()));
      return `<broadside-article src="${publisher.url(name)}"></broadside-article><button class="host">Button ${i}</button>`;
    });
    host.put('', `<!doctype html><meta charset="utf-8"><script async src="${loader}"></script>${elements.join('')}`);
    await page.goto(host.url());
    await settled(page, list.length);
    assert.deepEqual(await refused(page, list), []);
    return canary;
  }

  test('hits a page that takes it as HTML, so the canaries work', async (t) => {
    const host = await Site.start(t);
    host.put('', '<!doctype html><meta charset="utf-8">');
    const [page, canary] = await watch();
    await page.goto(host.url());
    const list = markup.map(({ html, hits }, i) => (hits ? armed(html, i, host.url()) : ''));
    await page.evaluate((list) => {
      for (const html of list) {
        const box = document.body.appendChild(document.createElement('div'));
        box.className = 'injection';
        box.innerHTML = html;
      }
    }, list);
    await canary.poke();
    const found = new Set([...canary.findings].map((finding) => parseInt(finding)));
    const missed = markup.filter(({ hits }, i) => hits && !found.has(i)).map(({ html }) => html);
    assert.deepEqual(missed, []);
  });

  for (const [what, list] of Object.entries(attacks)) {
    test(`does nothing in the widget: ${what}`, async (t) => {
      const canary = await show(t, list);
      await canary.poke();
      assert.deepEqual([...canary.findings], []);
      await canary.inspect();
    });
  }

  test('does nothing in replies, whatever their server sends', async (t) => {
    const [host, publisher] = [await Site.start(t), await Site.start(t)];
    const loader = publisher.putLoader();
    const [page, canary] = await watch();
    const list = replies.map((reply, i) => JSON.parse(armed(JSON.stringify(reply), i, host.url())) as object);
    publisher.put('replies', JSON.stringify({ replies: list, next: null }));
    const translations = { en: { title: 'A title', markdown: 'Text.' } };
    const json = { broadside: 1, id: 'x', default: 'en', translations, replies: { endpoint: 'replies' } };
    publisher.put('article.json', JSON.stringify(json));
    host.put(
      '',
      `<!doctype html><script async src="${loader}"></script>
       <broadside-article src="${publisher.url('article.json')}"></broadside-article><button class="host">Host</button>`,
    );
    await page.goto(host.url());
    await page
      .locator('.reply')
      .nth(replies.length - 1)
      .waitFor();
    await canary.poke();
    assert.deepEqual([...canary.findings], []);
    await canary.inspect();
    assert.equal(await page.locator('.reply img').count(), 0);
  });

  // The pages are shown without the headers that they are served with, so that the pages themselves are tested.
  for (const [what, make] of Object.entries({ 'a built page': builtPages, 'the reply server’s page': replyPages })) {
    test(`does nothing in ${what}`, async (t) => {
      const host = await Site.start(t);
      const pages = await make(t, host);
      const [page, canary] = await watch();
      for (const [path, html] of pages) host.put(path, html);
      const frames = [...pages.keys()].map((path) => `<iframe src="${host.url(path)}"></iframe>`);
      host.put('', `<!doctype html>${frames.join('')}`);
      // All frames load at once, which takes long where other work goes on beside it.
      await page.goto(host.url(), { timeout: 120_000 });
      await canary.poke();
      assert.deepEqual([...canary.findings], []);
      await canary.inspect();
    });
  }
});
