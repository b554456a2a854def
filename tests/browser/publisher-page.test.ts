import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, useBrowser } from '../support/browser.ts';
import { World } from '../support/world.ts';

/** Returns the publisher's own page of a text, which holds the whole text, as the command builds it. */
function pageIn({ loader }: World, lang: string, text: string): string {
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${text}</title><main>
    <broadside-article src="../article.json" lang="${lang}">
    <div class="broadside"><article class="article" lang="${lang}"><h1>${text}, as built</h1><p>The whole text.</p></article>
    <form class="form" method="post" action="/v1/replies"><textarea name="text"></textarea></form></div>
    </broadside-article></main><script async src="${loader}"></script>`;
}

suite('the publisher’s own page', () => {
  const visitors = useBrowser();

  async function open(world: World, init = ''): Promise<{ page: Page; errors: string[] }> {
    world.publisher.put('en/', pageIn(world, 'en', 'A title')).put('es/', pageIn(world, 'es', 'Un título'));
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.addInitScript(init);
    await page.goto(world.publisher.url('en/'));
    return { page, errors };
  }

  test('follows the link to another language, where the draft is found again', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await open(world);
    await page.locator('.form-title').waitFor();
    await page.locator('#reply-text').fill('Half a sentence');
    await page.getByRole('link', { name: 'To es' }).click();
    await page.waitForURL(world.publisher.url('es/'));
    assert.equal(await page.title(), 'Un título');
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    assert.equal(await page.locator('#reply-text').inputValue(), 'Half a sentence');
    assert.deepEqual(errors, []);
    assert.deepEqual(
      await page.evaluate(() => Object.values(localStorage as Record<string, string>).includes('es')),
      true,
    );
  });

  test('switches in place if the browser would not keep the draft', async (t) => {
    const world = await World.start(t);
    const blocked = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`;
    const { page } = await open(world, blocked);
    await page.locator('.form-title').waitFor();
    await page.locator('#reply-text').fill('Half a sentence');
    await page.getByRole('link', { name: 'To es' }).click();
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    assert.equal(page.url(), world.publisher.url('en/'));
    assert.equal(await page.locator('#reply-text').inputValue(), 'Half a sentence');
  });

  test('is distinguished from a page of the publisher’s that shows the article as a host does', async (t) => {
    const world = await World.start(t);
    const { page } = await open(world);
    world.publisher.put('news/', pageIn(world, 'en', 'News'));
    await page.goto(world.publisher.url('news/'));
    await page.getByRole('link', { name: 'To es' }).click();
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    assert.equal(page.url(), world.publisher.url('news/'));
  });

  // zerodevx/zero-md#41, LeaVerou/md-block#13
  test('reports nothing to readers if article.json cannot be fetched, since they have the article', async (t) => {
    const world = await World.start(t);
    world.publisher.put('article.json', (_, response) => response.writeHead(503).end());
    const { page, errors } = await open(world);
    const expected = 'broadside: http: answered 503';
    if (!errors.some((line) => line.startsWith(expected)))
      await page.waitForEvent('console', (message) => message.text().startsWith(expected));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.ok(await page.getByText('The whole text.').isVisible());
    assert.ok(await page.locator('textarea').isVisible());
    assert.equal(await page.getByText('could not be loaded').count(), 0);
    assert.equal(errors.filter((line) => line.startsWith('broadside:')).length, 1);
  });

  // microsoft/fluentui-blazor#4531
  test('keeps the whole article if the browser cannot style a widget', async (t) => {
    const { page, errors } = await open(await World.start(t), 'delete ShadowRoot.prototype.adoptedStyleSheets');
    if (errors.length === 0) await page.waitForEvent('console');
    assert.ok(await page.getByText('The whole text.').isVisible());
    assert.ok(await page.locator('textarea').isVisible());
    assert.match(errors.join('\n'), /^broadside: browser: [^\n]*$/);
  });
});
