import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { mountAndRemove } from '../support/mounting.ts';
import { article, articleOf, english, World } from '../support/world.ts';
import { lacks } from './engines/engine.ts';

declare global {
  var made: { instances: number; sheets: number };
  var painted: number[];
}

const noCounts = 'it does not tell how many nodes and listeners there are';

const paragraphs = (count: number): unknown => [
  'article',
  ['h1', 'A title'],
  ...new Array<unknown>(count).fill(['p', 'Text.']),
];

/** Returns how far the content in view has moved since the page loaded (layout-instability, "layout shift score"). */
function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(0);
        }, 500);
      }),
  );
}

suite('articles on one page', () => {
  const visitors = useBrowser();
  const loaded = (world: World) => world.publisher.asked.filter((path) => /\/\d+\.json$/.test(path)).length;

  /** Shows `count` articles below each other, each with a file of its own. */
  function stack(world: World, count: number, style = ''): void {
    const tags = Array.from({ length: count }, (_, i) => {
      world.publisher.put(`${i}.json`, JSON.stringify({ ...english({ view: paragraphs(30) }), id: String(i) }));
      return `<broadside-article loading="lazy" src="${world.publisher.url(`${i}.json`)}">Link</broadside-article>`;
    });
    world.show(`<style>${style}</style>${tags.join('')}`);
  }

  test('that are lazy and stand below each other are loaded as the reader comes near, and not all at once', async (t) => {
    const world = await World.start(t);
    stack(world, 10);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.ok(loaded(world) <= 3, `${loaded(world)}`);
    await page.locator('broadside-article').last().scrollIntoViewIfNeeded();
    await page.locator('broadside-article').last().getByRole('heading', { name: 'A title' }).waitFor();
    assert.ok(loaded(world) < 10, `${loaded(world)}`);
  });

  test('move nothing if the host reserves room for them as the documentation says', async (t) => {
    const world = await World.start(t);
    const style = `
      broadside-article { --broadside-reserved-height: 60em }
      broadside-article:not(:defined) { display: block; min-block-size: var(--broadside-reserved-height) }`;
    stack(world, 30, style);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await shifted(page), 0);
  });

  test('have the room that the host reserves for them while they load', async (t) => {
    const world = await World.start(t);
    world.publisher.put('article.json', () => {
      // The answer does not come.
    });
    world.show(`<style>[id] { --broadside-reserved-height: 700px }</style>
      <broadside-article id="kept" src="${world.src}">Link</broadside-article>
      <broadside-article src="${world.src}">Link</broadside-article>`);
    const { page } = await world.open(visitors);
    await page.waitForFunction(() => document.querySelector('broadside-article:not([id])')?.shadowRoot);
    const heights = await page
      .locator('broadside-article')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height));
    assert.equal(heights[0], 700);
    assert.ok(Number(heights[1]) < 100, `${heights[1]}`);
  });

  test('that are the same are fetched once', async (t) => {
    const world = await World.start(t);
    world.show(`<broadside-article src="${world.src}" replies="off"></broadside-article>`.repeat(20));
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).nth(19).waitFor();
    assert.equal(world.publisher.asked.filter((path) => path === '/article.json').length, 1);
  });

  test('request neither core nor replies before a reader comes near the end of one', async (t) => {
    const world = await World.start(t);
    world.put(articleOf(40));
    world.show(`<broadside-article src="${world.src}"></broadside-article>`.repeat(10));
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).nth(9).waitFor();
    await page.waitForLoadState('networkidle');
    const asked = () => world.publisher.asked.filter((path) => path === '/replies' || path.endsWith('.wasm'));
    assert.deepEqual(asked(), []);
    const buttons = page.getByRole('button', { name: 'Read the replies' });
    await buttons.first().scrollIntoViewIfNeeded();
    await page.locator('form').waitFor();
    await page.getByText('No replies yet').waitFor();
    assert.equal(asked().length, 2);
    assert.equal(await buttons.count(), 9);
  });

  test('show their replies to a reader who asks for them with the keyboard, and move the focus there', async (t) => {
    const world = await World.start(t);
    // This browser has no IntersectionObserver, so nothing tells that a reader comes near.
    const page = await visitors.open();
    await page.addInitScript(() => {
      globalThis.IntersectionObserver = class extends IntersectionObserver {
        override observe(): void {}
      };
    });
    await page.goto(world.host.url());
    const button = page.getByRole('button', { name: 'Read the replies' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    const focused = await page.evaluate(
      () => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.className,
    );
    assert.equal(focused, 'replies-title');
    assert.equal(await button.count(), 0);
  });

  test('have landmarks whose names tell the articles apart', async (t) => {
    const world = await World.start(t);
    const markdown = { title: 'Another', markdown: 'Text.' };
    const translations = {
      en: { ...markdown, url: 'en/' },
      es: { ...markdown, url: 'es/' },
      de: { ...markdown, url: 'de/' },
    };
    world.publisher.put('other.json', JSON.stringify(article({ id: 'b', translations })));
    const tag = (name: string) => `<broadside-article src="${world.publisher.url(name)}"></broadside-article>`;
    world.show(tag('article.json') + tag('other.json'));
    const { page } = await world.open(visitors);
    await page.getByRole('form', { name: 'Leave a Reply – A title' }).waitFor();
    await page
      .locator('broadside-article')
      .last()
      .evaluate((node) => {
        node.scrollIntoView({ block: 'end' });
      });
    await page.getByRole('form', { name: 'Leave a Reply – Another' }).waitFor();
    for (const title of ['A title', 'Another'])
      await page.getByRole('region', { name: `0 Replies – ${title}` }).waitFor();
    await page.getByRole('navigation', { name: 'Languages – Another' }).waitFor();
  });

  test('keep their style in another document', async (t) => {
    const world = await World.start(t);
    world.show(`<broadside-article src="${world.src}"></broadside-article><iframe></iframe>`);
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    await page.locator('textarea').fill('Half a sentence');
    const paper = () =>
      page.evaluate(() => {
        const inside = document.querySelector('iframe')?.contentDocument;
        const element = inside?.querySelector('broadside-article') ?? document.querySelector('broadside-article');
        const box = element?.shadowRoot?.querySelector('.broadside');
        return box ? getComputedStyle(box).backgroundColor : '';
      });
    const before = await paper();
    await page.evaluate(() => {
      const element = document.querySelector('broadside-article');
      if (element) document.querySelector('iframe')?.contentDocument?.body.append(element);
    });
    assert.equal(await paper(), before);
    assert.equal(await page.frameLocator('iframe').locator('textarea').inputValue(), 'Half a sentence');
    await page.evaluate(() => {
      const element = document.querySelector('iframe')?.contentDocument?.querySelector('broadside-article');
      if (element) document.body.append(element);
    });
    assert.equal(await paper(), before);
    assert.deepEqual(errors, []);
  });

  test('share one instance of the core and one style sheet', async (t) => {
    const world = await World.start(t);
    world.show(`<broadside-article src="${world.src}"></broadside-article>`.repeat(10));
    const page = await visitors.open();
    await page.addInitScript(() => {
      globalThis.made = { instances: 0, sheets: 0 };
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = ((...about: Parameters<typeof instantiate>) => {
        // The loader asks with an empty module first, whether the page allows WebAssembly.
        if (about[0] instanceof WebAssembly.Module) made.instances++;
        return instantiate(...about);
      }) as typeof instantiate;
      globalThis.CSSStyleSheet = class extends CSSStyleSheet {
        constructor() {
          super();
          made.sheets++;
        }
      };
    });
    await page.goto(world.host.url());
    for (let i = 0; i < 10; i++) {
      await page.locator('broadside-article').nth(i).scrollIntoViewIfNeeded();
      await page.locator('broadside-article').nth(i).locator('form').waitFor();
    }
    assert.deepEqual(await page.evaluate(() => made), { instances: 1, sheets: 1 });
  });

  test('leave nothing behind when they are removed', lacks({ firefox: noCounts, webkit: noCounts }), async (t) => {
    const world = await World.start(t);
    world.show('');
    const { page } = await world.open(visitors);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const held = async (): Promise<Record<string, number>> => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const counted = metrics.filter(({ name }) => /^(Nodes|JSEventListeners|Documents|ResizeObservers)$/.test(name));
      return Object.fromEntries(counted.map(({ name, value }) => [name, value]));
    };
    await mountAndRemove(page, world.src, 20);
    const before = await held();
    await mountAndRemove(page, world.src, 100);
    assert.deepEqual(await held(), before);
  });
});

suite('a long article', () => {
  const visitors = useBrowser();

  test('is painted from its beginning, and is ready when all of it is there', async (t) => {
    const world = await World.start(t);
    const text = new Array<unknown>(200).fill(['p', 'Some words of a long article. '.repeat(33)]);
    world.put(
      english({ view: ['article', { class: 'article' }, ['h1', 'A title'], ['div', { class: 'body' }, ...text]] }),
    );
    const page = await visitors.open();
    await page.addInitScript(() => {
      globalThis.painted = [];
      const look = (): void => {
        const body = document.querySelector('broadside-article')?.shadowRoot?.querySelector('.body');
        const count = body?.childElementCount ?? 0;
        if (count > 0 && count !== painted.at(-1)) painted.push(count);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      addEventListener('broadside:ready', ({ target }) => {
        const root = target instanceof Element ? target.shadowRoot : null;
        painted.push(root?.querySelector('.body')?.childElementCount ?? 0);
      });
    });
    await page.goto(world.host.url());
    await page.waitForFunction(() => painted.includes(200));
    const counts = await page.evaluate(() => painted);
    assert.ok((counts[0] ?? 0) < 20, String(counts));
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
  });

  test('is turned to another language while it is being painted', async (t) => {
    const world = await World.start(t);
    world.put(articleOf(200));
    const { page } = await world.open(visitors);
    // The link is there with the first part, long before the last.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const look = (): void => {
            const root = document.querySelector('broadside-article')?.shadowRoot;
            const link = root?.querySelector<HTMLElement>('.switch a');
            if (!link) {
              requestAnimationFrame(look);
              return;
            }
            link.click();
            resolve();
          };
          look();
        }),
    );
    await page.locator('.body[id] > p', { hasText: 'es 199' }).waitFor({ state: 'attached' });
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.body > p').count(), 200);
    assert.equal(await page.locator('.body > p', { hasText: 'en ' }).count(), 0);
  });
});
