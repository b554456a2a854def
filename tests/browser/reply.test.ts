import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { body } from '../support/http-server.ts';
import { article, type Sent, toldOf, World } from '../support/world.ts';

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Name').fill('Ana');
  await page.getByLabel('E-mail').fill('ana@example.com');
  await page.getByLabel('Your reply').fill(text);
}

/** Goes to the end of one of several articles on a page, and waits for its form. */
async function goToRepliesOf(element: Locator): Promise<void> {
  await element.evaluate((node) => {
    node.scrollIntoView({ block: 'end' });
  });
  await element.locator('.form').waitFor();
}

suite('a reply', () => {
  const visitors = useBrowser();

  test('is previewed while it is written, sent, thanked for, and shown in the thread', async (t) => {
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

  test('that is invalid says which field and why, next to the field, and keeps what was typed', async (t) => {
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

  test('is sent by the first click after its problems are mended: the button does not move away from under it', async (t) => {
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

  test('that is too long says so, and nothing of what was pasted is cut off', async (t) => {
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

  test('that is a book says so too, instead of a preview', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await world.open(visitors);
    const text = page.getByLabel('Your reply');
    // Set, since what is typed takes Chromium time by the square of its length.
    await text.evaluate((field: HTMLTextAreaElement, book) => {
      field.value = book;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }, 'word '.repeat(400_000));
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('This reply is too long.').waitFor();
    assert.equal(await page.locator('.preview').count(), 0);
    await text.fill('A word');
    await page.getByText('This reply is too long.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview', { hasText: 'A word' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('that the server finds invalid says so at its field', async (t) => {
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
  };
  for (const [what, [sentence, fail]] of Object.entries(failures)) {
    test(`is kept where the server ${what}, over a reload too, and sent again with the same key`, async (t) => {
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
      assert.ok(keys.length >= 2); // a browser may try again by itself where the connection breaks
      assert.equal(new Set([...keys, world.sent[0]?.key]).size, 1);
      const focused = await page.evaluate(
        () => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.className,
      );
      assert.equal(focused, 'send');
    });
  }

  test('that is changed after it may have arrived is another one, and neither is lost', async (t) => {
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

  test('that two tabs have opened is kept once, whichever sends it first', async (t) => {
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
  });

  test('appears in every element on the page that shows the article, and leaves what is written there', async (t) => {
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
    // The draft of the one that has not been sent is still kept.
    await page.reload();
    await goToRepliesOf(writer);
    assert.equal(await writer.getByLabel('Your reply').inputValue(), 'Half a sentence');
  });

  test('that belongs under the text in another language is not shown under this one', async (t) => {
    const world = await World.start(t);
    world.put(article({ replies: { endpoint: 'replies', state: 'open', threads: 'separate' } }));
    const tag = (lang: string) => `<broadside-article src="${world.src}" lang="${lang}"></broadside-article>`;
    world.show(tag('en') + tag('es'));
    const kept = { id: '1', name: 'Ana', text: 'In English', created: '2026-01-02T03:04:05Z', language: 'en' };
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

  test('with half a character in it is sent nevertheless', async (t) => {
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

suite('the replies', () => {
  const visitors = useBrowser();
  const reply = (id: number): object => ({
    id: `r${id}`,
    name: `Reader ${id}`,
    text: `Text ${id}`,
    created: `2026-01-02T03:04:0${id}Z`,
  });

  test('come by pages, each reply once, with the focus on the first new one', async (t) => {
    const world = await World.start(t);
    world.publisher.put('replies', (request, response) => {
      const second = request.url?.includes('after=next');
      response.end(
        JSON.stringify(
          second ? { replies: [reply(2), reply(3)], next: null } : { replies: [reply(1), reply(2)], next: 'next' },
        ),
      );
    });
    const { page } = await world.open(visitors);
    await page.getByRole('button', { name: 'Show more replies' }).click();
    await page.getByText('Text 3').waitFor();
    assert.equal(await page.locator('.reply').count(), 3);
    assert.equal(
      await page.evaluate(() => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.id),
      'reply-r3',
    );
  });

  test('are counted by the server, over all pages and with what the reader sends, and not where it does not answer', async (t) => {
    const world = await World.start(t);
    world.publisher.put('replies', (_, response) => response.writeHead(503).end());
    const { page } = await world.open(visitors);
    await page.getByText('The replies could not be loaded.').waitFor();
    world.publisher.put('replies', (request, response) => {
      response.writeHead(request.method === 'GET' ? 503 : 201).end(JSON.stringify({ reply: reply(9) }));
    });
    await write(page, 'Text 9');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.locator('.reply', { hasText: 'Text 9' }).waitFor();
    assert.equal(await page.locator('.replies-title').textContent(), 'Replies');

    world.publisher.put('replies', (request, response) => {
      const answer =
        request.method === 'POST'
          ? { reply: reply(8), count: 135 }
          : { replies: [reply(1), reply(9)], next: 'next', count: 134 };
      response.end(JSON.stringify(answer));
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: '134 Replies' }).waitFor();
    await write(page, 'Text 8');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('heading', { name: '135 Replies' }).waitFor();
  });

  for (const [what, text] of Object.entries({
    HTML: '<!doctype html>',
    'replies of a wrong type': '{"replies": [{"id": 1}]}',
    'a reply that the core refuses': JSON.stringify({ replies: [{ ...reply(1), text: 'x'.repeat(100_000) }] }),
  })) {
    test(`can be asked for again where the server answered with ${what}`, async (t) => {
      const world = await World.start(t);
      world.publisher.put('replies', (_, response) => response.end(text));
      const { page, errors } = await world.open(visitors);
      await page.getByText('The replies could not be loaded.').waitFor();
      await page.locator('textarea').fill('Still there');
      assert.equal(errors.length, 1);
      world.publisher.put('replies', (_, response) =>
        response.end(JSON.stringify({ replies: [reply(1)], next: null })),
      );
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('Text 1').waitFor();
      assert.equal(await page.locator('textarea').inputValue(), 'Still there');
    });
  }

  test('are asked for again by a reader who comes back to a page that the browser has kept', async (t) => {
    const world = await World.start(t);
    let replies = [reply(1)];
    world.publisher.put('replies', (_, response) => response.end(JSON.stringify({ replies, next: null })));
    const { page } = await world.open(visitors);
    await page.getByText('Text 1').waitFor();
    await page.locator('textarea').fill('Half a sentence');
    replies = [reply(1), reply(2)];
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await page.getByText('Text 2').waitFor();
    assert.equal(await page.locator('.reply').count(), 2);
    assert.equal(await page.locator('textarea').inputValue(), 'Half a sentence');
  });

  // serlo/frontend#770, opensquare-network/dotreasury#387, coralproject/talk#3252
  test('fit a narrow page, whatever their words and names, and their headings stand below the thread’s', async (t) => {
    const world = await World.start(t);
    const long = {
      name: 'W'.repeat(80),
      text: `# Heading\n\n${'x'.repeat(3000)} https://x.example/${'y'.repeat(300)}`,
    };
    const replies = [reply(1), { ...reply(2), ...long }, reply(3)];
    world.publisher.put('replies', (_, response) => response.end(JSON.stringify({ replies, next: null, count: 3 })));
    const { page } = await world.open(visitors);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('.reply', { hasText: 'Text 3' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.locator('.reply').getByRole('heading', { name: 'Heading', level: 3 }).waitFor();
  });

  test('are text and links, whatever they hold', async (t) => {
    const world = await World.start(t);
    const text =
      '<script>globalThis.ran = 1</script><form action=x><input name=email></form>\n\n![p](https://x.example/p.png) [x](javascript:alert)';
    world.publisher.put('replies', (_, response) =>
      response.end(JSON.stringify({ replies: [{ ...reply(1), name: '<b>x</b>', text }] })),
    );
    const { page } = await world.open(visitors);
    await page.getByText('<b>x</b>').waitFor();
    assert.equal(await page.locator('.reply img, .reply form, .reply script, .reply [href^="javascript"]').count(), 0);
  });

  test('that grow above the form leave the form where it is', async (t) => {
    const world = await World.start(t);
    let answer: ServerResponse | undefined;
    world.publisher.put('replies', (_, response) => {
      answer = response;
    });
    const { page } = await world.open(visitors);
    const form = page.locator('form');
    await form.evaluate((node) => {
      node.scrollIntoView();
    });
    const top = () => form.evaluate((node) => node.getBoundingClientRect().top);
    const before = await top();
    answer?.end(JSON.stringify({ replies: [1, 2, 3, 4, 5].map(reply), next: null }));
    await page.getByText('Text 5').waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.ok(Math.abs((await top()) - before) < 2);
  });

  // giscus/giscus#1321, getnikola/nikola#3215, w3c/w3c-website#192
  const orders: Record<string, [en: string[], es: string[]]> = {
    shared: [
      ['One', 'Dos', 'Three'],
      ['One', 'Dos', 'Three'],
    ],
    separate: [['One', 'Three'], ['Dos']],
    'own-first': [
      ['One', 'Three', 'Dos'],
      ['Dos', 'One', 'Three'],
    ],
  };
  for (const [threads, [inEnglish, inSpanish]] of Object.entries(orders)) {
    test(`stands under the texts as the publisher says (${threads}), and says its language`, async (t) => {
      const world = await World.start(t);
      world.put(article({ replies: { endpoint: 'replies', state: 'open', threads } }));
      const kept = ['One', 'Dos', 'Three'].map((text, i) => ({
        ...{ id: String(i), name: 'Ana', text, created: `2026-01-02T03:04:0${i}Z` },
        language: text === 'Dos' ? 'es' : 'en',
      }));
      world.publisher.meanwhile('replies', (request, response) => {
        if (request.method !== 'GET') return false;
        const language = new URL(request.url ?? '', world.publisher.url()).searchParams.get('language');
        const replies = threads === 'separate' ? kept.filter((reply) => reply.language === language) : kept;
        response.end(JSON.stringify({ replies, next: null }));
        return true;
      });
      const { page } = await world.open(visitors);
      const texts = page.locator('.thread .reply-text');
      await page.getByRole('heading', { name: `${inEnglish.length} Replies` }).waitFor();
      assert.deepEqual(await texts.allInnerTexts(), inEnglish);
      await page.getByRole('link', { name: 'To es' }).click();
      const title = inSpanish.length === 1 ? '1 respuesta' : `${inSpanish.length} respuestas`;
      await page.getByRole('heading', { name: title }).waitFor();
      await page.waitForFunction(
        (first) =>
          document.querySelector('broadside-article')?.shadowRoot?.querySelector('.reply-text')?.textContent === first,
        inSpanish[0],
      );
      assert.deepEqual(await texts.allInnerTexts(), inSpanish);
      assert.equal(await texts.filter({ hasText: 'Dos' }).getAttribute('lang'), 'es');
      await page.locator('#reply-name').fill('Ana');
      await page.locator('#reply-email').fill('ana@example.com');
      await page.locator('textarea').fill('Hola');
      await page.getByRole('button', { name: 'Enviar' }).click();
      await page.getByText('Hola').waitFor();
      assert.equal(world.sent[0]?.language, 'es');
    });
  }
});
