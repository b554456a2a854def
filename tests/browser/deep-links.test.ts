import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { english, World } from '../support/world.ts';

const markdown = `${'Before.\n\n'.repeat(40)}## Costs {#costs}\n\n${'After.\n\n'.repeat(40)}`;
const tall = '<p style="height: 3000px">The host’s own words.</p>';

/** A reply server's thread of 250 replies, in pages as large as it is asked for. */
const replies = Array.from({ length: 250 }, (_, i) => ({
  ...{ id: `r${i}`, place: i + 1, name: 'Ana', text: `Text ${i}.` },
  created: '2026-01-02T03:04:05Z',
}));

suite('a link to a place in an article', () => {
  const visitors = useBrowser();

  /** Opens a host's page at this fragment, with the article between other things of the host's. */
  async function open(
    t: Parameters<typeof World.start>[0],
    fragment: string,
    { before = '', attributes = '', after = tall } = {},
  ): Promise<Page> {
    const world = await World.start(t);
    world.put(english({ markdown }));
    world.publisher.put('replies', (request, response) => {
      const { searchParams } = new URL(request.url ?? '', world.publisher.url());
      const first = Number(searchParams.get('after') ?? 0);
      const end = first + Number(searchParams.get('limit'));
      const next = end < replies.length ? String(end) : null;
      response.end(JSON.stringify({ replies: replies.slice(first, end), next }));
    });
    world.show(`${before}<broadside-article ${attributes} src="${world.src}"></broadside-article>${after}`);
    const page = await visitors.open({ viewport: { width: 900, height: 600 } });
    await page.goto(world.host.url(fragment));
    await page.locator('article').waitFor();
    return page;
  }

  /** Waits until the element is at the top of the window. */
  const isAtTop = (page: Page, id: string) =>
    page.waitForFunction((id) => {
      const root = document.querySelector('broadside-article')?.shadowRoot;
      const element = root?.getElementById(id) ?? document.getElementById(id);
      const { top } = element?.getBoundingClientRect() ?? new DOMRect(0, -1);
      // A heading keeps some distance.
      return scrollY > 0 && top > -2 && top < 60;
    }, id);
  const isFocused = (page: Page, id: string) =>
    page.evaluate((id) => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.id === id, id);
  const settled = (page: Page) =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

  test('opens there when the article has come, and does not change the address or the history', async (t) => {
    const page = await open(t, '#article-costs', { before: tall });
    await isAtTop(page, 'article-costs');
    assert.ok(await isFocused(page, 'article-costs'));
    assert.equal(await page.evaluate(() => location.hash), '#article-costs');
  });

  test('loads an article that waits for the reader', async (t) => {
    const page = await open(t, '#article-costs', { before: tall, attributes: 'loading="lazy"' });
    await isAtTop(page, 'article-costs');
  });

  test('leads nowhere if the host has an anchor of that name', async (t) => {
    const page = await open(t, '#article-costs', { after: `${tall}<h2 id="article-costs">The host’s</h2>${tall}` });
    await settled(page);
    const top = await page.evaluate(() => document.getElementById('article-costs')?.getBoundingClientRect().top);
    assert.ok(top !== undefined && Math.abs(top) < 600, `${top}`);
    const named = await open(t, '#article-costs', { before: '<a name="article-costs">The host’s</a>' });
    await settled(named);
    assert.ok((await named.evaluate(() => scrollY)) < 600);
  });

  test('leaves a reader who has scrolled, and one who types, where they are', async (t) => {
    const world = await World.start(t);
    let asked: (response: ServerResponse) => void;
    world.publisher.put('article.json', (_, response) => {
      asked(response);
    });
    world.show(`<input>${tall}<broadside-article src="${world.src}"></broadside-article>`);
    for (const [act, isThere] of [
      ['scroll', false],
      ['type', true],
    ] as const) {
      const page = await visitors.open({ viewport: { width: 900, height: 600 } });
      const coming = new Promise<ServerResponse>((resolve) => (asked = resolve));
      await page.goto(world.host.url('#article-costs'));
      const response = await coming;
      if (act === 'scroll')
        await page.evaluate(() => {
          scrollTo(0, 400);
        });
      else await page.locator('input').first().focus();
      response.end(JSON.stringify(english({ markdown })));
      await page.locator('article').waitFor();
      if (isThere) await isAtTop(page, 'article-costs');
      await settled(page);
      assert.equal(await page.evaluate(() => scrollY === 400), !isThere);
      assert.equal(await page.evaluate(() => document.activeElement?.localName), isThere ? 'input' : 'body');
    }
  });

  test('to a reply opens the replies, and reads their pages until it is there', async (t) => {
    const page = await open(t, '#reply-r230', { before: tall });
    await isAtTop(page, 'reply-r230');
    assert.ok(await isFocused(page, 'reply-r230'));
  });

  test('to a reply that is gone ends at the last page', async (t) => {
    const page = await open(t, '#reply-gone', { before: tall });
    await page.getByText('Text 249').waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test('can be followed on the page itself', async (t) => {
    const before = '<a href="#article-costs">Costs</a> <a href="#reply-r120">A reply</a>';
    const page = await open(t, '', { before });
    await page.getByRole('link', { name: 'Costs' }).click();
    await isAtTop(page, 'article-costs');
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await page.getByRole('link', { name: 'A reply' }).click();
    await isAtTop(page, 'reply-r120');
  });
});
