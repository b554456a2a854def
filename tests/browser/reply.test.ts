import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { suite, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { body } from '../support/http-server.ts';
import { write } from '../support/reply-form.ts';
import { article, type Sent, toldOf, World } from '../support/world.ts';
import { lacks } from './engines/engine.ts';

/** Goes to the end of one of several articles on a page, and waits for its form. */
async function goToRepliesOf(element: Locator): Promise<void> {
  await element.evaluate((node) => {
    node.scrollIntoView({ block: 'end' });
  });
  await element.locator('.form').waitFor();
}

/** Returns the width that a field has for its text. */
function widthWithin(field: Locator): Promise<number> {
  return field.evaluate((element) => {
    const { paddingLeft, paddingRight } = getComputedStyle(element);
    return element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  });
}

suite('a reply', () => {
  const visitors = useBrowser();

  test('is previewed while it is written, sent, acknowledged, and shown in the thread', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await world.open(visitors);
    await write(page, 'With *emphasis*');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview em', { hasText: 'emphasis' }).waitFor();
    await page.locator('textarea').press('End');
    await page.keyboard.type(' and **more**');
    await page.locator('.preview strong', { hasText: 'more' }).waitFor();

    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Thank you. Your reply has been published.').waitFor();
    await page.locator('.thread strong', { hasText: 'more' }).waitFor();
    await page.getByRole('heading', { name: '1 Reply' }).waitFor();
    assert.equal(await page.locator('textarea').inputValue(), '');
    assert.deepEqual(await toldOf(page, 'reply'), { id: world.sent[0]?.key });
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.deepEqual(errors, []);
  });

  test('that is invalid has its problems stated next to their fields, and keeps what was typed', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByRole('button', { name: 'Send reply' }).click();
    const name = page.getByLabel('Name');
    await page.getByText('Please enter your name.').waitFor();
    assert.equal(await name.getAttribute('aria-invalid'), 'true');
    assert.equal(
      await page.evaluate(() => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.id),
      'reply-name',
    );
    await page.getByText('Please write your reply.').waitFor();
    await page.getByText('This does not look like an e-mail address').waitFor();
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'not an address');
    assert.equal(world.sent.length, 0);

    await name.fill('Ana');
    await page.getByLabel('E-mail').focus();
    await page.getByText('Please enter your name.').waitFor({ state: 'detached' });
    await page.getByText('Please write your reply.').waitFor();
  });

  test('is sent by the first click after its problems are corrected, since the button does not move away', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await write(page, 'At once');
    await page.getByLabel('E-mail').fill('');
    const button = page.getByRole('button', { name: 'Send reply' });
    await button.click();
    await page.getByLabel('E-mail').fill('ana@example.com');
    await button.click();
    await page.locator('.reply', { hasText: 'At once' }).waitFor();
  });

  test('that is too long is reported, and nothing that was pasted is cut off', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await write(page, '');
    const text = page.getByLabel('Your reply');
    await text.focus();
    await page.keyboard.insertText('🚀'.repeat(10_001));
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('This reply is too long.').waitFor();
    assert.equal((await text.inputValue()).length, 20_002);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.locator('.reply', { hasText: '🚀' }).waitFor();
    assert.equal(world.sent[0]?.text, '🚀'.repeat(10_000));
  });

  test('as long as a book is reported too, instead of previewed', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await world.open(visitors);
    const text = page.getByLabel('Your reply');
    // The value is set rather than typed, since typing takes Chromium quadratic time.
    await text.evaluate((field: HTMLTextAreaElement, book) => {
      field.value = book;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }, 'word '.repeat(100_000));
    const width = await widthWithin(text);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('This reply is too long.').waitFor();
    // Chromium would take many seconds to break so long a text into lines again.
    assert.equal(await widthWithin(text), width);
    assert.equal(await page.locator('.preview').count(), 0);
    await text.fill('A word');
    await page.getByText('This reply is too long.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview', { hasText: 'A word' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('that the server finds invalid has the problem stated at its field', async (t) => {
    const world = await World.start(t);
    world.publisher.meanwhile('replies', (request, response) => {
      if (request.method !== 'POST') return false;
      response.writeHead(422).end(JSON.stringify({ problems: [{ field: 'website', code: 'malformed' }] }));
      return true;
    });
    const { page } = await world.open(visitors);
    await write(page, 'Hello');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('This does not look like a web address').waitFor();
    assert.equal(await page.locator('textarea').inputValue(), 'Hello');
  });

  const failures: Record<string, [sentence: string, fail: (response: ServerResponse) => void]> = {
    'is down': ['the server did not answer', (response) => response.destroy()],
    'is busy': ['The server is busy', (response) => response.writeHead(503).end()],
    refuses: ['did not accept your reply', (response) => response.writeHead(403).end('{}')],
    'answers HTML': ['the server did not answer', (response) => response.end('<!doctype html><p>Welcome')],
    'finds what nobody knows': [
      'did not accept your reply',
      (response) => response.writeHead(422).end('{"problems":[{"field":"email","code":"unknown"}]}'),
    ],
    'answers a reply that nobody can show': [
      'the server did not answer',
      (response) =>
        response.end('{"reply":{"id":"1","name":"A","text":"T","created":"2026-01-02T03:04:05Z","language":"no tag"}}'),
    ],
  };
  for (const [what, [sentence, fail]] of Object.entries(failures)) {
    test(`is kept if the server ${what}, even after a reload, and sent again with the same key`, async (t) => {
      const world = await World.start(t);
      let failing = true;
      const keys: string[] = [];
      world.publisher.meanwhile('replies', (request, response) => {
        if (!failing || request.method !== 'POST') return false;
        void body(request).then((text) => {
          keys.push((JSON.parse(text) as Sent).key);
          fail(response);
        });
        return true;
      });
      const { page } = await world.open(visitors);
      await write(page, 'Keep me');
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByText(sentence).waitFor();
      await page.reload();
      await page.waitForFunction(
        () => document.querySelector('broadside-article')?.shadowRoot?.querySelector('textarea')?.value,
      );
      assert.equal(await page.locator('textarea').inputValue(), 'Keep me');
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByText(sentence).waitFor();
      failing = false;
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.locator('.reply', { hasText: 'Keep me' }).waitFor();
      assert.ok(keys.length >= 2); // a browser may try again by itself if the connection breaks
      assert.equal(new Set([...keys, world.sent[0]?.key]).size, 1);
      const focused = await page.evaluate(
        () => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.className,
      );
      assert.equal(focused, 'send');
    });
  }

  test('that is changed after it may have arrived is another reply, and neither is lost', async (t) => {
    const world = await World.start(t);
    let losing = true;
    world.publisher.meanwhile('replies', (request, response) => {
      if (!losing || request.method !== 'POST') return false;
      void body(request).then((text) => {
        world.sent.push(JSON.parse(text) as Sent);
        response.destroy();
      });
      return true;
    });
    const { page } = await world.open(visitors);
    await write(page, 'First words');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('the server did not answer').waitFor();
    await page.reload();
    await page.locator('.reply', { hasText: 'First words' }).waitFor();
    losing = false;
    await page.locator('textarea').fill('First words, and more');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.locator('.reply', { hasText: 'First words, and more' }).waitFor();
    assert.equal(await page.locator('.reply').count(), 2);
  });

  test(
    'that is open in two tabs is kept once, whichever sends it first',
    lacks({ webkit: 'Playwright cannot open a second tab of a visitor in Debian’s WebKit' }),
    async (t) => {
      const world = await World.start(t);
      const { page: one } = await world.open(visitors);
      await write(one, 'From two tabs');
      const other = await one.context().newPage();
      await other.goto(world.host.url());
      await other.locator('.form').waitFor();
      assert.equal(await other.locator('textarea').inputValue(), 'From two tabs');
      for (const page of [one, other]) {
        await page.getByRole('button', { name: 'Send reply' }).click();
        await page.getByText('Thank you. Your reply has been published.').waitFor();
      }
      assert.deepEqual([world.sent.length, new Set(world.sent.map(({ key }) => key)).size], [2, 1]);
      assert.equal(await other.locator('.reply').count(), 1);

      await other.locator('textarea').fill('Something else');
      await other.getByRole('button', { name: 'Send reply' }).click();
      await other.locator('.reply', { hasText: 'Something else' }).waitFor();
      assert.equal(new Set(world.sent.map(({ key }) => key)).size, 2);
    },
  );

  test('appears in every element on the page that shows the article, and leaves other drafts there as they are', async (t) => {
    const world = await World.start(t);
    const tag = `<broadside-article src="${world.src}"></broadside-article>`;
    world.show(tag + tag + tag);
    const { page, errors } = await world.open(visitors);
    const [sender, writer, reader] = [0, 1, 2].map((i) => page.locator('broadside-article').nth(i));
    assert.ok(sender && writer && reader);
    for (const element of [sender, writer, reader]) await goToRepliesOf(element);
    await writer.getByLabel('Your reply').fill('Half a sentence');
    await sender.getByLabel('Name').fill('Ana');
    await sender.getByLabel('E-mail').fill('ana@example.com');
    await sender.getByLabel('Your reply').fill('For both');
    await reader.getByLabel('Your reply').fill('For both');
    await sender.getByRole('button', { name: 'Send reply' }).click();
    for (const element of [sender, writer, reader]) {
      await element.locator('.reply', { hasText: 'For both' }).waitFor();
      await element.getByRole('heading', { name: '1 Reply' }).waitFor();
    }
    assert.equal(await writer.getByLabel('Your reply').inputValue(), 'Half a sentence');
    assert.equal(await reader.getByLabel('Your reply').inputValue(), '');
    assert.equal(await writer.getByText('Thank you.').count(), 0);
    assert.equal(world.sent.length, 1);
    assert.deepEqual(errors, []);
    // The draft that has not been sent is still kept.
    await page.reload();
    await goToRepliesOf(writer);
    assert.equal(await writer.getByLabel('Your reply').inputValue(), 'Half a sentence');
  });

  test('that is being sent stays in its field, whatever another element on the page sends meanwhile', async (t) => {
    const world = await World.start(t);
    const tag = `<broadside-article src="${world.src}"></broadside-article>`;
    world.show(tag + tag);
    const held: ServerResponse[] = [];
    world.publisher.meanwhile('replies', (request, response) => {
      if (request.method !== 'POST' || held.length > 0) return false;
      held.push(response);
      return true;
    });
    const { page } = await world.open(visitors);
    const [slow, quick] = [page.locator('broadside-article').nth(0), page.locator('broadside-article').nth(1)];
    for (const element of [slow, quick]) {
      await goToRepliesOf(element);
      await element.getByLabel('Name').fill('Ana');
      await element.getByLabel('E-mail').fill('ana@example.com');
      await element.getByLabel('Your reply').fill('The same words');
    }
    await slow.getByRole('button', { name: 'Send reply' }).click();
    await slow.getByText('Sending your reply').waitFor();
    await quick.getByRole('button', { name: 'Send reply' }).click();
    await slow.locator('.reply', { hasText: 'The same words' }).waitFor();
    held[0]?.writeHead(503).end();
    await slow.getByText('Your reply is kept here').waitFor();
    assert.equal(await slow.getByLabel('Your reply').inputValue(), 'The same words');
  });

  test('that belongs under the text in another language is not shown under this one', async (t) => {
    const world = await World.start(t);
    world.put(article({ replies: { endpoint: 'replies', state: 'open', threads: 'separate' } }));
    const tag = (lang: string) => `<broadside-article src="${world.src}" lang="${lang}"></broadside-article>`;
    world.show(tag('en') + tag('es'));
    const kept = {
      id: '1',
      place: 1,
      name: 'Ana',
      text: 'In English',
      created: '2026-01-02T03:04:05Z',
      language: 'en',
    };
    world.publisher.meanwhile('replies', (request, response) => {
      const answer = request.method === 'POST' ? { reply: kept, count: 7 } : { replies: [], next: null, count: 0 };
      response.end(JSON.stringify(answer));
      return true;
    });
    const { page } = await world.open(visitors);
    const [english, spanish] = [page.locator('broadside-article').nth(0), page.locator('broadside-article').nth(1)];
    for (const element of [english, spanish]) await goToRepliesOf(element);
    await spanish.getByText('Todavía no hay respuestas').waitFor();
    await english.getByLabel('Name').fill('Ana');
    await english.getByLabel('E-mail').fill('ana@example.com');
    await english.getByLabel('Your reply').fill('In English');
    await english.getByRole('button', { name: 'Send reply' }).click();
    await english.getByRole('heading', { name: '7 Replies' }).waitFor();
    assert.equal(await spanish.locator('.reply').count(), 0);
  });

  // tornado-doc/tdoc#436, halo-dev/plugin-comment-widget#218: Safari on a phone zooms in on smaller ones.
  test('is written in fields of at least 16 pixels', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await page.locator('.form').waitFor();
    const sizes = await page
      .locator('.form input, .form textarea')
      .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
    assert.equal(sizes.length, 4);
    assert.ok(sizes.every((size) => size >= 16));
  });

  test('is sent once by two clicks', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await write(page, 'Once');
    await page.getByRole('button', { name: 'Send reply' }).dblclick();
    await page.locator('.reply', { hasText: 'Once' }).waitFor();
    assert.equal(world.sent.length, 1);
  });

  test('is not sent by the Enter that ends a composition, but by Ctrl and Enter', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await write(page, 'Composed');
    const prevented = await page
      .getByLabel('Name')
      .evaluate(
        (field) =>
          !field.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
          ),
      );
    assert.ok(prevented);
    await page.getByLabel('Your reply').press('Control+Enter');
    await page.locator('.reply', { hasText: 'Composed' }).waitFor();
  });

  test('with half a surrogate pair in it is sent all the same', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await write(page, 'x');
    await page.locator('textarea').evaluate((area) => {
      (area as HTMLTextAreaElement).value = 'half \ud83d';
    });
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.locator('.reply', { hasText: 'half \ufffd' }).waitFor();
  });
});
