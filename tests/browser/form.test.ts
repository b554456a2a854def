import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import type { Site } from '../support/site.ts';
import { World } from '../support/world.ts';
import { lacks } from './engines/engine.ts';

suite('the form', () => {
  const visitors = useBrowser();

  test('opens and closes a preview, and announces it', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    const button = page.getByRole('button', { name: 'Preview' });
    await button.waitFor();
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await page.locator('textarea').fill('With *emphasis*');
    await button.click();
    await page.locator('.preview em').waitFor();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.equal(await page.locator('.announcement').innerText(), 'Preview of your reply');
    await button.click();
    await page.locator('.preview').waitFor({ state: 'detached' });
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.locator('textarea').inputValue(), 'With *emphasis*');
  });

  test('brings its preview up to date after the reader’s keys, and not while they are handled', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await page.locator('textarea').fill('0');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview').getByText('0').waitFor();
    const shown = await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => {
      const preview = (field.getRootNode() as ShadowRoot).querySelector('.preview');
      for (const key of 'abc') {
        field.value += key;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      return preview?.textContent;
    });
    assert.ok(!shown?.includes('a'), shown ?? '');
    await page.locator('.preview').getByText('0abc').waitFor();
  });

  for (const [how, send] of [
    ['by its button', 'click'],
    ['by Enter in a field', 'Enter'],
  ] as const) {
    test(`is sent ${how} from a frame in which forms are not allowed`, async (t) => {
      const world = await World.start(t);
      world.host.put(
        'frame/',
        `<!doctype html><html lang="en"><broadside-article src="${world.src}"></broadside-article><script src="${world.loader}"></script>`,
      );
      world.host.put(
        '',
        `<!doctype html><iframe sandbox="allow-scripts" src="frame/" width="900" height="1500"></iframe>`,
      );
      // A frame of another origin is told only of what is in the window.
      const page = await visitors.open({ viewport: { width: 1000, height: 1600 } });
      await page.goto(world.host.url());
      const frame = page.frameLocator('iframe');
      await frame.getByLabel('Name').fill('Ana');
      await frame.getByLabel('E-mail').fill('ana@example.com');
      await frame.getByLabel('Your reply').fill('From a sandbox');
      if (send === 'Enter') await frame.getByLabel('E-mail').press('Enter');
      else await frame.getByRole('button', { name: 'Send reply' }).click();
      await frame.locator('.reply', { hasText: 'From a sandbox' }).waitFor();
      assert.equal(world.sent.length, 1);
    });
  }

  // extra-org/extra#78, posit-dev/shinychat#187, vierisid/jarvis#260
  test(
    'is sent from a page without TLS, where browsers have neither randomUUID nor subtle',
    lacks({ firefox: 'the body of a request cannot be passed on over its protocol' }),
    async (t) => {
      const world = await World.start(t);
      const sites: Record<string, Site> = { 'daily.test': world.host, 'press.test': world.publisher };
      world.host.put(
        '',
        '<!doctype html><html lang="en"><broadside-article src="http://press.test/article.json"></broadside-article>' +
          '<script src="http://press.test/broadside/broadside.js"></script>',
      );
      const page = await visitors.open();
      await page.context().route(/^http:\/\/(daily|press)\.test\//, async (route) => {
        const { hostname, pathname } = new URL(route.request().url());
        await route.fulfill({ response: await route.fetch({ url: sites[hostname]?.url(pathname) ?? '' }) });
      });
      await page.goto('http://daily.test/');
      await page.getByLabel('Name').fill('Ana');
      await page.getByLabel('E-mail').fill('ana@example.com');
      await page.getByLabel('Your reply').fill('Without TLS');
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.locator('.reply', { hasText: 'Without TLS' }).waitFor();
      assert.equal(await page.evaluate(() => isSecureContext || 'randomUUID' in crypto), false);
    },
  );
});
