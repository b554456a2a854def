import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { build } from 'esbuild';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';

/** The page of these tests: a conversation with one reply, two forms, of which one answers it, and the replies that they send. */
interface TestPage {
  sent: { text: string }[];
  /** Ends the conversation and opens another one with the same forms, as the next page does. */
  open: () => void;
}
declare const testPage: TestPage;

const root = join(import.meta.dirname, '../..');

const contents = `
  import bytes from './build/wasm/broadside-core.wasm';
  import messages from './web/messages/en.json';
  import { Core } from './web/src/core/core.ts';
  import { instantiate } from './web/src/core/instantiate.ts';
  import { Conversation } from './web/src/replies/conversation.ts';
  import { DraftBox } from './web/src/replies/draft.ts';
  import { OwnReplies } from './web/src/replies/ownership.ts';
  import { Stage } from './web/src/stage/stage.ts';
  import { Setting } from './web/src/tree/setting.ts';

  const address = new URL('https://news.example/');
  const setting = new Setting({ base: address, page: address, origins: { foreign: true, allow: () => true }, headingLevel: 1 });
  const shown = { messages, setting, language: 'en', title: 'An article' };
  const stage = new Stage(document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }));
  stage.showBox();
  const sent = [];
  const at = (place, reply) => ({ ...reply, place, position: '0-0000000' + place, created: '2026-01-02T03:04:05Z' });
  const client = {
    endpoint: new URL('https://replies.example/'),
    page: async () => ({ replies: [at(1, { id: '7', name: 'Bob', text: 'First' })], next: null }),
    send: async ({ reply }) => {
      sent.push(reply);
      return { kind: 'saved', reply: at(sent.length + 1, { ...reply, id: 'sent' + sent.length }) };
    },
  };
  const core = new Core(await instantiate(bytes));
  let owner = new AbortController();
  const open = () => {
    owner.abort();
    owner = new AbortController();
    const conversation = new Conversation({
      core,
      client,
      stage,
      open: true,
      depth: 5,
      isShared: true,
      drafts: (form) => new DraftBox(address.origin, 'article', form),
      own: new OwnReplies(address.origin, 'article'),
      answersThatWait: () => [],
      failed: (error) => { throw error; },
      replied: () => {},
      end: owner.signal,
    }, shown);
    conversation.connect();
    conversation.openForm(stage.formEnd);
    void conversation.load();
  };
  open();
  globalThis.testPage = { sent, open };
`;

const bundle = await build({
  stdin: { contents, resolveDir: root },
  bundle: true,
  write: false,
  format: 'esm',
  alias: { 'broadside-core': join(root, 'build/wasm/broadside-core.mjs') },
  loader: { '.css': 'text', '.wasm': 'binary' },
  logLevel: 'error',
});

suite('two forms in one element', () => {
  const visitors = useBrowser();

  async function openTestPage(): Promise<{ page: Page; plain: Locator; keyed: Locator }> {
    const page = await visitors.open();
    await page.route('https://host.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<body>' }));
    await page.goto('https://host.example/');
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '', type: 'module' });
    const form = (id: string): Locator => page.locator('form', { has: page.locator(`[id="${id}"]`) });
    const forms = { plain: form('reply-text'), keyed: form('reply-to-7-text') };
    await openAnswer(page);
    return { page, ...forms };
  }

  async function openAnswer(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Reply to Bob' }).click();
    await page.locator('[id="reply-to-7-text"]').waitFor();
  }

  test('share no id, and each label leads to the field of its own form', async () => {
    const { page, plain, keyed } = await openTestPage();
    for (const form of [plain, keyed]) {
      await form.getByRole('button', { name: 'Preview' }).click();
      await form.locator('.preview').waitFor();
      await form.getByRole('textbox', { name: 'Your reply' }).fill('Words');
      assert.equal(await form.locator('textarea').inputValue(), 'Words');
    }
    const ids = await page.locator('.broadside [id]').evaluateAll((elements) => elements.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });

  test('have their own text, preview and problems', async () => {
    const { plain, keyed } = await openTestPage();
    await plain.getByLabel('Your reply').fill('To the article');
    await keyed.getByLabel('Your reply').fill('To the reply');
    await keyed.getByRole('button', { name: 'Preview' }).click();
    await keyed.locator('.preview', { hasText: 'To the reply' }).waitFor();
    await keyed.getByRole('button', { name: 'Send reply' }).click();
    await keyed.locator('#reply-to-7-name-problem').waitFor();
    assert.equal(await keyed.getByLabel('Name').evaluate((field) => field.matches(':focus')), true);
    assert.equal(await plain.locator('.preview, .problem').count(), 0);
    assert.equal(await plain.getByLabel('Your reply').inputValue(), 'To the article');
  });

  test('send and empty only their own text, and keep drafts that are found again', async () => {
    const { page, plain, keyed } = await openTestPage();
    for (const [form, text] of [
      [plain, 'To the article'],
      [keyed, 'To the reply'],
    ] as const) {
      await form.getByLabel('Name').fill('Ana');
      await form.getByLabel('E-mail').fill('ana@example.com');
      await form.getByRole('textbox', { name: 'Your reply' }).fill(text);
    }
    await page.evaluate(() => {
      testPage.open();
    });
    await openAnswer(page);
    assert.equal(await plain.getByLabel('Your reply').inputValue(), 'To the article');
    await keyed.getByLabel('Your reply').press('Control+Enter');
    await page.locator('.reply', { hasText: 'To the reply' }).waitFor();
    assert.deepEqual(await page.evaluate(() => testPage.sent.map(({ text }) => text)), ['To the reply']);
    assert.equal(await keyed.count(), 0);
    assert.equal(await plain.getByLabel('Your reply').inputValue(), 'To the article');
    await page.evaluate(() => {
      testPage.open();
    });
    await openAnswer(page);
    assert.equal(await keyed.getByLabel('Your reply').inputValue(), '');
    assert.equal(await plain.getByLabel('Your reply').inputValue(), 'To the article');
  });
});
