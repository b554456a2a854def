import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { launchChromium } from '../support/chromium.ts';
import { World } from '../support/world.ts';
import { lacks } from './engines/engine.ts';

suite('a page with an article', () => {
  const noPrerendering = 'it does not prerender';
  test(
    'may be prerendered, and the article is there when the reader comes',
    lacks({ firefox: noPrerendering, webkit: noPrerendering }),
    async (t) => {
      const world = await World.start(t);
      let report: (found: string) => void;
      const reported = new Promise<string>((resolve) => (report = resolve));
      let paint = (): void => {};
      const isPainted = new Promise<void>((resolve) => (paint = resolve));
      const { host, publisher } = world;
      const rules = '{ "prerender": [{ "urls": ["/"], "eagerness": "immediate" }] }';
      host.put('first', (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(`<!doctype html><title>First</title><script type="speculationrules">${rules}</script>
          <script>fetch('/follow').then(() => { location.href = '/'; });</script>`);
      });
      host.put('follow', (_, response) => {
        void isPainted.then(() => response.end());
      });
      host.put('report', (request, response) => {
        response.end();
        report(decodeURIComponent(request.url ?? ''));
      });
      publisher.put('painted', (_, response) => {
        response.end();
        paint();
      });
      world.show(
        `<broadside-article src="${world.src}"></broadside-article><script>(${reportArticle.toString()})('${publisher.url('painted')}')</script>`,
      );
      const browser = await launchChromium();
      t.after(() => browser.close());
      // In a page that Playwright drives, nothing is prerendered; so this page tells what it sees itself.
      const session = await browser.newBrowserCDPSession();
      await session.send('Target.createTarget', { url: host.url('first') });
      assert.equal(await reported, '/report?prerendered: A title; visible: A title, Leave a Reply');
    },
  );
});

/** Tells the publisher when the article has been painted, and the host what there is when the reader has come. It runs in the page. */
async function reportArticle(painted: string): Promise<void> {
  const state = (): string => ('prerendering' in document && document.prerendering ? 'prerendered' : 'visible');
  const until = async (selector: string): Promise<string> => {
    for (;;) {
      const found = document.querySelector('broadside-article')?.shadowRoot?.querySelector(selector);
      if (found) return found.textContent;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const title = await until('h1');
  const before = `${state()}: ${title}`;
  await fetch(painted);
  while (state() !== 'visible') await new Promise((resolve) => setTimeout(resolve, 20));
  document.querySelector('broadside-article')?.scrollIntoView({ block: 'end' });
  await fetch(
    `/report?${encodeURIComponent(`${before}; ${state()}: ${await until('h1')}, ${await until('form h2')}`)}`,
  );
}
