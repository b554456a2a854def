import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import type { Handler } from '../support/http-server.ts';
import { english, World } from '../support/world.ts';

type Answer = (original: Buffer, ...about: Parameters<Handler>) => void;

const cutOff: Answer = (original, _, response) => response.end(original.subarray(0, original.length / 2));

/** The answers that come instead of the core, and the console's words about each. */
const broken: Readonly<Record<string, readonly [Answer, told: RegExp]>> = {
  'cut off': [cutOff, /cut off/],
  'as a page with status 200': [
    (_, __, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Home</title>'),
    /another than broadside\.js was built with: serve it unchanged/,
  ],
  'with status 404': [(_, __, response) => response.writeHead(404).end(), /the file is missing/],
  'without CORS': [
    (original, _, response) => {
      response.removeHeader('access-control-allow-origin');
      response.end(original);
    },
    /Access-Control-Allow-Origin/,
  ],
};

suite('a core that comes', () => {
  const visitors = useBrowser();

  /**
   * Shows an article whose host wants another mode for raw HTML than its publisher's, and a Markdown file: both need the
   * core. The files whose names match come as `answer` says.
   */
  async function show(
    t: TestContext,
    files: RegExp,
    answer: Answer,
    policy?: (publisher: string) => string,
  ): Promise<{ page: Page; errors: string[]; asked: () => number }> {
    const world = await World.start(t);
    const { host, publisher } = world;
    let asked: number | undefined;
    for (const path of publisher.paths().filter((path) => files.test(path))) {
      const original = publisher.file(path);
      publisher.put(path, (request, response) => {
        asked ??= Date.now();
        answer(original, request, response);
      });
    }
    world.put(english({ markdown: 'From Markdown', view: view('From the tree') }));
    publisher.put('text.md', '# From a file');
    world.show(`<broadside-article src="${world.src}" html="escape"></broadside-article>
<broadside-article src="${publisher.url('text.md')}"><p>Instead of the file</p></broadside-article>`);
    if (policy) host.policy = policy(publisher.url());
    const { page, errors } = await world.open(visitors);
    return { page, errors, asked: () => asked ?? 0 };
  }

  test('with the wrong MIME type is taken', async (t) => {
    const { page, errors } = await show(t, /core.*wasm$/, (original, _, response) => {
      response.setHeader('content-type', 'text/html').end(original);
    });
    await page.getByText('From Markdown').waitFor();
    await page.getByRole('heading', { name: 'From a file' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('cut off is replaced by its JavaScript', async (t) => {
    const { page, errors } = await show(t, /core.*wasm$/, cutOff);
    await page.getByText('From Markdown').waitFor();
    await page.getByRole('heading', { name: 'From a file' }).waitFor();
    assert.equal(linesOf(errors).length, 1);
    assert.match(linesOf(errors)[0] ?? '', /^broadside: core: .*cut off.*broadside-core\.\w+\.wasm\)$/);
  });

  for (const [how, [answer, told]] of Object.entries(broken))
    test(`${how}, as JavaScript too, leaves the publisher’s tree and what stands between the tags`, async (t) => {
      const { page, errors, asked } = await show(t, /core/, answer);
      await assertWithoutCore(page, asked);
      for (const line of linesOf(errors)) assert.match(line, told);
      assert.match(linesOf(errors)[0] ?? '', /nor does the core run as JavaScript: .*broadside-core\.\w+\.js/);
    });

  test('late is waited for after something else is shown', async (t) => {
    let come = (): void => {};
    const { page, errors, asked } = await show(t, /core.*wasm$/, (original, _, response) => {
      come = () => response.end(original);
    });
    await assertWithoutCore(page, asked);
    assert.match(linesOf(errors).join('\n'), /core: no answer within 4 seconds .*broadside-core\.\w+\.wasm\)/);
    come();
    await page.getByRole('heading', { name: 'From a file' }).waitFor();
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
  });

  const noWebAssembly = (publisher: string): string => `script-src ${publisher} 'unsafe-inline'`;
  const brokenScripts: Record<string, Answer> = {
    'with the wrong MIME type': (original, _, response) =>
      response.setHeader('content-type', 'text/plain').end(original),
    'with other bytes': (original, _, response) =>
      response.setHeader('content-type', 'text/javascript').end(`${original.toString()};window.ran = true;`),
  };
  for (const [how, answer] of Object.entries(brokenScripts))
    test(`${how}, as JavaScript alone, is done without`, async (t) => {
      const { page, errors, asked } = await show(t, /core.*js$/, answer, noWebAssembly);
      await assertWithoutCore(page, asked);
      assert.match(linesOf(errors)[0] ?? '', /wasm-unsafe-eval.*broadside-core\.\w+\.js/);
      assert.equal(await page.evaluate('window.ran'), undefined);
    });

  test('never, as JavaScript alone, is done without', async (t) => {
    const { page, errors, asked } = await show(t, /core.*js$/, () => {}, noWebAssembly);
    await assertWithoutCore(page, asked);
    assert.match(linesOf(errors)[0] ?? '', /core: no answer within 4 seconds/);
  });
});

/** Asserts that the publisher's tree and what stands between the tags are shown within 5 seconds after the core was asked for. */
async function assertWithoutCore(page: Page, asked: () => number): Promise<void> {
  const shown = await page.waitForFunction(() => {
    const texts = [...document.querySelectorAll('broadside-article')].map(({ shadowRoot }) => shadowRoot?.textContent);
    const isShown = texts[0]?.includes('From the tree') && texts[1]?.includes('This article could not be loaded.');
    return isShown && Date.now();
  });
  const time = Number(await shown.jsonValue()) - asked();
  assert.ok(time < 5_000, `after ${time} ms`);
  assert.ok(await page.getByText('Instead of the file').isVisible());
}

function linesOf(errors: readonly string[]): string[] {
  return errors.filter((error) => error.startsWith('broadside:'));
}

function view(text: string): unknown {
  return ['article', { class: 'article', lang: 'en' }, ['h1', 'A title'], ['div', { class: 'body' }, ['p', text]]];
}
