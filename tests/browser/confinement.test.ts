import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { goToReplies, useBrowser } from '../support/browser.ts';
import { article, english, World } from '../support/world.ts';
import { html, markdown, view } from './confinement/articles.ts';

const [width, height] = [900, 700];
/** The box in which the article stands; the rest of the window is the host's. */
const box = { left: 200, right: 700, top: 150 };

const css = `
  html { overflow-y: scroll }
  body { margin: 0; background: repeating-linear-gradient(90deg, #cde, #cde 8px, #edc 8px, #edc 16px) }
  header { height: ${box.top}px }
  input { caret-color: transparent }
  main { min-height: 2000px; width: ${box.right - box.left}px; margin-left: ${box.left}px }
  footer { height: 200px; background: repeating-linear-gradient(90deg, #fff, #fff 8px, #fcc 8px, #fcc 16px) }`;

const picture = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`;

const replies = (texts: readonly string[]) =>
  JSON.stringify({
    replies: texts.map((text, i) => ({
      ...{ id: `r${i}`, place: i + 1, name: 'W'.repeat(80), website: 'https://x.test/', text: text.slice(0, 10_000) },
      created: '2026-01-02T03:04:05Z',
    })),
    next: null,
  });

suite('what a publisher or a reader writes stays in its box', () => {
  const visitors = useBrowser();

  /** Starts a host's page with a field that has the focus, and this article between its header and its footer. */
  async function start(t: TestContext, json: unknown, thread: readonly string[] = []): Promise<World> {
    const world = await World.start(t);
    const armed = (text: string) => text.replaceAll('HOST', world.host.url('canary/'));
    world.publisher.put('huge.svg', picture(30_000, 3_000)).put('tall.svg', picture(30, 900));
    world.publisher.put('replies', armed(replies(thread)));
    world.put(armed(JSON.stringify(json)));
    const page = (element: string) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><style>${css}</style>
       <header><input autofocus></header><main>${element}</main><footer></footer>
       <script async src="${world.loader}"></script>`;
    world.host.put('', page(`<broadside-article src="${world.src}"></broadside-article>`));
    world.host.put('empty/', page('<p>Nothing.'));
    return world;
  }

  /** Returns pictures of all that the host paints around the box, at the beginning of the page and at its end. */
  async function paintedByHost(page: Page): Promise<Buffer[]> {
    const clips = [
      { x: 0, y: 0, width, height: box.top },
      { x: 0, y: box.top, width: box.left, height: height - box.top },
      { x: box.right, y: box.top, width: 150, height: height - box.top },
    ];
    const pictures: Buffer[] = [];
    for (const clip of clips) pictures.push(await page.screenshot({ clip }));
    await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
    });
    pictures.push(await page.screenshot({ clip: { x: 0, y: height - 190, width, height: 190 } }));
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    return pictures;
  }

  const attacks: Readonly<Record<string, { json: unknown; thread?: readonly string[]; isOfReader?: true }>> = {
    'huge Markdown': { json: english({ markdown }) },
    'raw HTML': { json: { ...english({ markdown: html }), html: 'sanitize' } },
    'raw HTML as text': { json: { ...english({ markdown: html }), html: 'escape' } },
    'a view of everything': { json: english({ view: ['article', { class: 'article' }, view()] }) },
    'a view that is nothing but that': { json: english({ view: view() }) },
    replies: { json: english({}), thread: [markdown, html, markdown, html] },
  };
  for (const [what, { json, thread }] of Object.entries(attacks))
    test(`${what}: it neither paints nor scrolls nor takes clicks outside, nor asks the host for anything`, async (t) => {
      const world = await start(t, json, thread);
      const page = await visitors.open({ viewport: { width, height } });
      await page.goto(world.host.url('empty/'));
      const before = await paintedByHost(page);
      const untouched = await page.evaluate(stateOfHost);
      await page.goto(world.host.url());
      await page.waitForFunction(() =>
        document.querySelector('broadside-article')?.shadowRoot?.querySelector('.broadside > :first-child'),
      );
      assert.deepEqual(await page.evaluate(stateOfHost), untouched);
      await goToReplies(page);
      await page.locator(thread ? `.reply:nth-child(${thread.length})` : '.replies .empty').waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(goToBeginning);
      assert.deepEqual(await page.evaluate(stateOfHost), untouched);

      const after = await paintedByHost(page);
      assert.deepEqual(
        after.map((picture, i) => before[i]?.equals(picture)),
        before.map(() => true),
      );
      assert.deepEqual(await page.evaluate(pointsTakenOutside), []);
      await page.evaluate(useEverything);
      const { hash, wider } = await page.evaluate(stateOfHost);
      assert.deepEqual([hash, wider], ['', 0]);
      assert.deepEqual(await page.evaluate(pointsTakenOutside), []);
      assert.equal(page.url(), world.host.url());
      assert.deepEqual([...new Set(world.host.asked)], ['/empty/', '/']);
    });

  test('a page in a frame without an address guards the origin that it has from the page around it', async (t) => {
    const world = await start(t, english({ markdown: '![](other.svg) ![](HOST)' }));
    world.publisher.put('other.svg', picture(30, 30));
    const frame = `<script src='${world.loader}'></script><broadside-article src='${world.src}'></broadside-article>`;
    world.host.put('', `<!doctype html><title>Host</title><iframe srcdoc="${frame}"></iframe>`);
    const page = await visitors.open();
    await page.goto(world.host.url());
    await page.waitForFunction(() => {
      const root = frames[0]?.document.querySelector('broadside-article')?.shadowRoot;
      return root?.querySelector('img')?.complete;
    });
    await page.waitForLoadState('networkidle');
    assert.ok(world.publisher.asked.includes('/other.svg'));
    assert.deepEqual(world.host.asked, ['/']);
  });

  test('a publisher’s server cannot send the request for a translation on to the host', async (t) => {
    const json = article();
    const world = await start(t, {
      ...json,
      translations: { ...(json['translations'] as object), es: { title: 'Un título', href: 'es.json' } },
    });
    world.publisher.put('es.json', (_, response) => {
      response.writeHead(302, { location: world.host.url('canary/') }).end();
    });
    const { page } = await world.open(visitors);
    await page.getByRole('link', { name: 'To es' }).click();
    await page
      .getByText('The translation could not be loaded. The article stays in the language that it is in.')
      .waitFor();
    assert.ok(world.publisher.asked.includes('/es.json'));
    assert.ok(!world.host.asked.includes('/canary/'));
  });

  test('keys that are typed in the form are kept from the host’s shortcuts, and combinations with Ctrl or Cmd are not', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await page.evaluate(() => {
      Object.assign(globalThis, { keys: [] as string[] });
      for (const target of [globalThis, document, document.body])
        for (const type of ['keydown', 'keyup', 'keypress'])
          target.addEventListener(type, (event) =>
            (globalThis as unknown as { keys: string[] }).keys.push((event as KeyboardEvent).key),
          );
    });
    const heard = () => page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys.splice(0));
    for (const field of await page.locator('input, textarea').all()) {
      await field.focus();
      await page.keyboard.type('s/p?');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await field.inputValue(), 's/p?');
    }
    assert.deepEqual(await heard(), []);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Meta+j');
    // On X the key Meta is the same as Alt.
    assert.deepEqual(
      [...new Set(await heard())].filter((key) => !/Control|Meta|OS|Alt/.test(key)),
      ['k', 'j'],
    );
  });
});

/** Scrolls to the beginning of the page. Firefox may still be on its way to the end, where it was sent before, and gets there. */
async function goToBeginning(): Promise<void> {
  for (let still = 0; still < 5; still = scrollY === 0 ? still + 1 : 0) {
    scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
  }
}

function stateOfHost() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    hash: location.hash,
    focus: document.activeElement?.localName,
    scroll: scrollX + scrollY,
    wider: scrollWidth - clientWidth,
  };
}

/** Returns the points of the window outside the article's box at which it is the article that would be clicked. */
function pointsTakenOutside(): string[] {
  const article = document.querySelector('broadside-article');
  const taken: string[] = [];
  for (const position of [0, 500, document.documentElement.scrollHeight]) {
    scrollTo(0, position);
    const { left, right, top, bottom } = article?.getBoundingClientRect() ?? new DOMRect();
    for (let x = 5; x < innerWidth; x += 15)
      for (let y = 5; y < innerHeight; y += 15)
        if ((x < left || x > right || y < top || y > bottom) && document.elementFromPoint(x, y) === article)
          taken.push(`${x} ${y}`);
  }
  scrollTo(0, 0);
  return taken;
}

/** Points at, focuses and clicks everything in the article, except for links that leave the page alone. */
function useEverything(): void {
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
      if (link && (link.target === '_blank' || !/^http/.test(link.protocol))) event.preventDefault();
    },
    true,
  );
  for (const element of document.querySelector('broadside-article')?.shadowRoot?.querySelectorAll('*') ?? []) {
    for (const type of ['mouseover', 'pointerdown', 'wheel']) element.dispatchEvent(new Event(type, { bubbles: true }));
    if (!(element instanceof HTMLElement)) continue;
    element.focus();
    element.click();
  }
}
