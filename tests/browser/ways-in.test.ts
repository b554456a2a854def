import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, useBrowser, type Visitors } from '../support/browser.ts';
import { serveBuiltSite } from '../support/built-site.ts';
import { Site } from '../support/site.ts';
import { World } from '../support/world.ts';

const root = join(import.meta.dirname, '../..');

interface Kept {
  readonly posts: readonly { readonly typed: string; readonly kept: string }[];
  readonly oembed: { readonly answered: string; readonly kept: string };
}
const wordpress = JSON.parse(readFileSync(join(root, 'tests/data/wordpress-kept.json'), 'utf8')) as Kept;

/** Returns HTML that names the publisher's example address, with the address of a publisher that is there. */
function at(publisher: string, html: string): string {
  return html.replaceAll('https://news.example/', publisher);
}

/** Returns the first block of HTML below a heading of docs/embedding.md. */
function documented(heading: string): string {
  const section = readFileSync(join(root, 'docs/embedding.md'), 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  const html = /^```html\n([^]*?)^```$/m.exec(section)?.[1];
  assert(html !== undefined, `docs/embedding.md has no HTML below “${heading}”`);
  return html;
}

const paragraph = (words: string): string => `${words} `.repeat(40);
const tale = {
  'tale/en': `---\ntitle: A Tale\n---\n${paragraph('Once upon a time')}\n\nA note[^1], [our page](../tale/es.md) and [another site](https://elsewhere.example/).\n\n[^1]: The note.\n`,
  'tale/es': `---\ntitle: Un cuento\n---\n${`${paragraph('Érase una vez')}\n\n`.repeat(4)}`,
};

suite('a div that stands for an article', () => {
  const visitors = useBrowser();

  test('becomes it, now or when it comes later, and keeps its content and its attributes', async (t) => {
    const world = await World.start(t);
    const div = (id: string, attributes = ''): string =>
      `<div id="${id}" class="theirs" data-broadside-article="${world.src}"${attributes}><p>The fallback of ${id}</p></div>`;
    const now = div('now', ' data-broadside-lang="es" data-broadside-heading-level="2"');
    world.show(now);
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { level: 2, name: 'Un título' }).waitFor();
    assert.equal(await page.getByText('The fallback').isVisible(), false);
    assert.equal(await page.evaluate(() => document.getElementById('now')?.outerHTML), now);

    await page.evaluate((src) => {
      const around = document.createElement('section');
      const later = around.appendChild(document.createElement('div'));
      later.id = 'later';
      later.dataset['broadsideArticle'] = src;
      later.append('The fallback of later');
      document.body.append('A text', around);
    }, world.src);
    const later = page.locator('#later');
    await later.getByRole('heading', { level: 1, name: 'A title' }).waitFor();
    assert.equal(await later.locator('.title').evaluate((node) => getComputedStyle(node).fontStyle), 'normal');

    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#later::part(title) { font-style: italic }');
      document.adoptedStyleSheets = [sheet];
    });
    assert.equal(await later.locator('.title').evaluate((node) => getComputedStyle(node).fontStyle), 'italic');
    assert.deepEqual(errors, []);
  });

  test('is read to its end while the page is still coming, and by two loaders', async (t) => {
    const world = await World.start(t);
    let finish = (): void => {};
    world.host.put('', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><script src="${world.loader}"></script>
        <script src="${world.loader}?2"></script>
        <div data-broadside-article="${world.publisher.url('nothing.json')}"><p>The`,
      );
      // WebKit looks at so many bytes before it reads the first of them.
      response.write(' beginning '.repeat(100));
      finish = () => response.end('</p><p>The end</p></div><p>Behind it</p>');
    });
    world.publisher.put('nothing.json', (_, response) => {
      finish();
      response.writeHead(404).end();
    });
    const { page } = await world.open(visitors);
    for (const text of ['The beginning', 'The end', 'Behind it', 'This article could not be loaded.'])
      await page.getByText(text).waitFor();
    assert.equal(await page.locator('broadside-article').count(), 1);
  });

  test('is what WordPress keeps of a post', async (t) => {
    const publisher = await serveBuiltSite(t, tale);
    const host = await Site.start(t);
    const kept = wordpress.posts.map(({ kept }) => at(publisher, kept)).join('');
    host.put(
      '',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${kept}<script async src="${host.putLoader()}"></script>`,
    );
    const page = await visitors.open();
    await page.goto(host.url());
    const article = page.locator('[data-broadside-article]');
    await article.getByRole('heading', { level: 2, name: 'Un cuento' }).waitFor();
    assert.ok(await article.locator('.broadside.dark').isVisible());
    assert.equal(await page.getByRole('link', { name: 'A Tale' }).filter({ visible: true }).count(), 1);
  });
});

suite('embed.html', () => {
  const visitors = useBrowser();

  /** Shows a page of a host's, and returns it with the errors on its console. */
  async function open(
    t: TestContext,
    visitors: Visitors,
    body: string,
  ): Promise<{ page: Page; errors: string[]; host: Site }> {
    const host = await Site.start(t);
    host.put('', `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${body}<p>Behind it</p>`);
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(host.url());
    return { page, errors, host };
  }

  /** Returns how high the frame is, and its content. */
  async function heights(page: Page): Promise<{ frame: number; content: number }> {
    const frame = await page.locator('iframe').evaluate((node) => node.clientHeight);
    const content = await page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((node) => Math.ceil(node.getBoundingClientRect().height));
    return { frame, content };
  }

  /** Scrolls the host's page as its reader does. WebKit does not scroll it for what is in a frame of another site. */
  const goToEnd = (page: Page): Promise<void> =>
    page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
    });

  async function untilFrameFits(page: Page, differs?: number): Promise<number> {
    for (;;) {
      const { frame, content } = await heights(page);
      if (frame === content && frame !== differs) return frame;
      await page.waitForTimeout(20);
    }
  }

  test('has a frame follow its height, when the article grows and when its language is switched', async (t) => {
    const publisher = await serveBuiltSite(t, tale);
    const { page, errors } = await open(
      t,
      visitors,
      documented('An iframe').replace(/https:[^"]*embed\.html/, `${publisher}tale/en/embed.html`),
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('h1:visible').waitFor();
    await untilFrameFits(page);
    await goToEnd(page);
    await frame.getByLabel('Your reply').waitFor();
    const before = await untilFrameFits(page);
    await frame.getByRole('link', { name: /español/i }).click();
    await frame.getByRole('heading', { name: 'Un cuento' }).waitFor();
    const after = await untilFrameFits(page, before);
    assert.ok(after > before, `${after} after ${before}`);
    await frame.locator('main').evaluate((node) => {
      node.append(...Array.from({ length: 50 }, () => document.createElement('hr')));
    });
    assert.ok((await untilFrameFits(page, after)) > after);
    await frame.locator('main').evaluate((node) => {
      node.querySelectorAll('hr').forEach((line) => {
        line.remove();
      });
    });
    assert.ok((await untilFrameFits(page)) === after);
    // WebKit tells the frame of its height anew when a scroll bar goes, and calls that an error.
    assert.deepEqual(
      errors.filter((error) => !error.includes('ResizeObserver loop')),
      [],
    );
  });

  test('opens links in a tab of their own, except those within the text', async (t) => {
    const publisher = await serveBuiltSite(t, tale);
    const { page, host } = await open(
      t,
      visitors,
      `<iframe title="A Tale" width="600" height="600" src="${publisher}tale/en/embed.html"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'our page' }).waitFor();
    const targets = await frame.locator('body').evaluate(() => {
      // Here nothing is opened: the question is where it would be.
      addEventListener('click', (event) => {
        event.preventDefault();
      });
      const inside = document.querySelector('broadside-article')?.shadowRoot ?? document;
      return [...inside.querySelectorAll<HTMLAnchorElement>('.body a')].map((link) => {
        link.click();
        return [link.textContent, link.target];
      });
    });
    assert.deepEqual(Object.fromEntries(targets), {
      'our page': '_blank',
      'another site': '_blank',
      1: '_self',
      '↩︎': '_self',
    });
    assert.equal(page.url(), host.url());
  });

  test('is found by oEmbed, whose HTML shows the article', async (t) => {
    const publisher = await serveBuiltSite(t, tale);
    const pasted = await (await fetch(`${publisher}tale/en/`)).text();
    const [, found = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)">/.exec(pasted) ?? [];
    const answer = await fetch(`${found}?maxwidth=500&format=json`);
    assert.equal(answer.headers.get('content-type'), 'application/json');
    const { html } = (await answer.json()) as { html: string };
    assert.equal(html, at(publisher, wordpress.oembed.answered));
    const { page, errors } = await open(t, visitors, html);
    await page.frameLocator('iframe').getByRole('heading', { name: 'A Tale' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('fills the frame that WordPress makes of that, in its sandbox', async (t) => {
    const publisher = await serveBuiltSite(t, tale);
    const kept = at(publisher, wordpress.oembed.kept);
    const { page, errors } = await open(t, visitors, `<script>(${wpEmbed.toString()})()</script>${kept}`);
    const frame = page.frameLocator('iframe');
    const height = () => page.locator('iframe').evaluate((node) => node.clientHeight);
    await frame.getByRole('heading', { name: 'A Tale' }).waitFor();
    await page.locator('blockquote').waitFor({ state: 'hidden' });
    await frame.getByRole('link', { name: 'Replies are on' }).waitFor();
    const before = await height();
    assert.ok(before > 200 && before < 1000, String(before));
    assert.equal(before, (await heights(page)).content);

    await frame.getByRole('link', { name: /español/i }).click();
    await frame.getByRole('heading', { name: 'Un cuento' }).waitFor();
    await page.waitForFunction(() => document.querySelector('iframe')?.clientHeight === 1000);
    assert.equal(await frame.locator('form').count(), 0);
    // After a click Playwright asks the frame in WebKit whether it was the link that took it, and there is no frame by then.
    await frame.getByRole('link', { name: 'Las respuestas se encuentran' }).press('Enter');
    await page.waitForURL(`${publisher}tale/es/`);
    assert.deepEqual(errors, []);
  });
});

/** Does what wp-embed.js of WordPress does with the messages of the frame. It runs in the host's page. */
function wpEmbed(): void {
  addEventListener('message', ({ source, data }: MessageEvent<{ secret?: string; message: string; value: string }>) => {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[data-secret="${String(data.secret)}"]`);
    if (!frame || source !== frame.contentWindow) return;
    document.querySelector('blockquote')?.style.setProperty('display', 'none');
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = String(Math.min(Math.max(parseInt(data.value, 10), 200), 1000));
    const isOnSite = data.message === 'link' && new URL(data.value).host === new URL(frame.src).host;
    if (isOnSite && document.activeElement === frame) location.href = data.value;
  });
}
