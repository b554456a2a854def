import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { buildSite, startReplyServer } from '../../examples/server/command.ts';
import { freePort } from '../../examples/server/ports.ts';
import { serveFolder } from '../../examples/server/static.ts';
import { errorsOf, goToReplies, useChromium } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';
import { serve } from '../support/http-server.ts';
import { proxyUnderPath } from '../support/path-proxy.ts';
import { lacks, noScriptOff } from './engines/engine.ts';

async function leaveReply(page: Page, text: string): Promise<void> {
  await page.getByLabel('Name').fill('Ana Pérez');
  await page.getByLabel('E-mail').fill('ana@example.com');
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: 'Send reply' }).click();
}

suite('a reader of the example', () => {
  const visitors = useChromium('not all of these tests pass in the other engines yet');

  test('reads on the host’s page, switches the language, replies, and finds the reply again everywhere', async (t) => {
    const demo = await startOwnDemo(t);
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(demo.host);

    const title = page.getByRole('heading', { level: 1 });
    const english = await title.textContent();
    await page.locator('.lead img').evaluate((picture) => (picture as HTMLImageElement).decode());
    await goToReplies(page);
    await page.getByText('No replies yet').waitFor();
    await page.locator('textarea').fill('Half a ');
    await page.getByRole('link', { name: 'Leer en español' }).click();
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    assert.notEqual(await title.textContent(), english);
    assert.equal(await page.locator('article').getAttribute('lang'), 'es');
    assert.equal(await page.locator('textarea').inputValue(), 'Half a ');
    await page.getByRole('link', { name: 'Read in English' }).click();
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.equal(await title.textContent(), english);

    await leaveReply(page, 'A reply with *emphasis* — ¡y más!');
    await page.locator('.reply em').waitFor();

    await demo.killReplies();
    await demo.startReplies();
    await page.reload();
    await title.waitFor();
    await goToReplies(page);
    await page.locator('.reply', { hasText: 'A reply with emphasis — ¡y más!' }).waitFor();
    await page.getByRole('heading', { name: '1 Reply' }).waitFor();
    assert.deepEqual(errors, []);

    await page.goto(`${demo.publisher}/north-korea/en/`);
    await goToReplies(page);
    await page.locator('.reply', { hasText: 'Ana Pérez' }).waitFor();
    await page.getByRole('link', { name: 'Leer en español' }).click();
    await page.waitForURL(`${demo.publisher}/north-korea/es/`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  });

  test('keeps a reply while the server is down, and sends it once when it is back', async (t) => {
    const demo = await startOwnDemo(t);
    const page = await visitors.open();
    await page.goto(demo.host);
    await page.locator('article').waitFor();
    await goToReplies(page);
    await page.getByText('No replies yet').waitFor();
    await demo.killReplies();
    await leaveReply(page, 'Kept');
    await page.getByText('the server did not answer').waitFor();
    await demo.startReplies();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('.reply', { hasText: 'Kept' }).waitFor();
    await page.reload();
    await page.locator('article').waitFor();
    await goToReplies(page);
    await page.getByRole('heading', { name: '1 Reply' }).waitFor();
  });

  test('does the same under the strictest policy that a host can have', async (t) => {
    const policy = [
      "default-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      "script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' http://localhost:*",
      'connect-src http://localhost:*',
    ].join('; ');
    const demo = await startOwnDemo(t, { nonce: 'n', hostHeaders: { 'content-security-policy': policy } });
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(demo.host);
    await page.getByRole('link', { name: 'Leer en español' }).click();
    await page.getByRole('link', { name: 'Read in English' }).click();
    await goToReplies(page);
    await page.getByText('No replies yet').waitFor();
    await leaveReply(page, 'Under a policy');
    await page.locator('.reply', { hasText: 'Under a policy' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('reads plain Markdown on the second page', async (t) => {
    const demo = await startOwnDemo(t);
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(`${demo.host}/markdown.html`);
    await page.locator('article .body p').first().waitFor();
    assert.deepEqual(errors, []);
  });

  test('reads and replies on the publisher’s page without any script', lacks({ webkit: noScriptOff }), async (t) => {
    const demo = await startOwnDemo(t);
    const page = await visitors.open({ javaScriptEnabled: false });
    await page.goto(`${demo.publisher}/north-korea/en/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await leaveReply(page, 'Without *script*');
    await page.locator('.reply em', { hasText: 'script' }).waitFor();

    await page.goto(`${demo.publisher}/north-korea/en/`);
    await page.getByRole('link', { name: 'Leer en español' }).click();
    assert.equal(await page.locator('article').getAttribute('lang'), 'es');
  });

  // isso-comments/isso#653, isso-comments/isso#709, umputun/remark42#759
  test(
    'replies without script if a proxy serves the reply server under a path',
    lacks({ webkit: noScriptOff }),
    async (t) => {
      const { site, publisher, replies } = await startUnderPath(t, '/replies');
      const page = await visitors.open({ javaScriptEnabled: false });
      await page.goto(new URL('north-korea/en/', publisher).href);
      // Automattic/jetpack#7696: browsers refuse this in a field of the type "url".
      await page.getByLabel('Website').fill('ana.example');
      await leaveReply(page, 'Under a *path*');
      await page.locator('.reply em', { hasText: 'path' }).waitFor();
      assert.ok(page.url().startsWith(`${replies.href}/v1/articles/north-korea/replies?`));
      assert.equal(await page.locator('.reply-name a').getAttribute('href'), 'https://ana.example');
      const style = await page.request.get(
        new URL((await page.locator('link[rel=stylesheet]').getAttribute('href')) ?? '', page.url()).href,
      );
      assert.equal(await style.text(), await readFile(join(site, 'broadside.css'), 'utf8'));

      await leaveReply(page, 'And from there');
      await page.locator('.reply', { hasText: 'And from there' }).waitFor();
      await page.getByRole('heading', { name: '2 Replies' }).waitFor();
    },
  );
});

/** Starts the example's site and reply server, with a proxy before the server that removes a path. */
async function startUnderPath(t: TestContext, path: string): Promise<{ site: string; publisher: URL; replies: URL }> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-path-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  const port = await freePort(0);
  const publisher = await serve(t, serveFolder(site));
  const replies = await proxyUnderPath(t, path, new URL(`http://127.0.0.1:${String(port)}`));
  await buildSite(site, { host: '', publisher: publisher.href, replies: replies.href });
  const server = await startReplyServer(site, join(folder, 'replies.sqlite'), port);
  t.after(() => server.stop());
  return { site, publisher, replies };
}
