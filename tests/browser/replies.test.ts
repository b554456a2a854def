import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { suite, test } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { write } from '../support/reply-form.ts';
import { article, english, World } from '../support/world.ts';

suite('the replies', () => {
  const visitors = useBrowser();
  const reply = (id: number): object => ({
    id: `r${id}`,
    place: id,
    name: `Reader ${id}`,
    text: `Text ${id}`,
    created: `2026-01-02T03:04:0${id}Z`,
  });

  test('come in pages, each reply once, with the focus on the first new one', async (t) => {
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

  test('are counted by the server, over all pages and with the reader’s own, and have no number if the server does not answer', async (t) => {
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
    test(`can be requested again if the server answered with ${what}`, async (t) => {
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

  test('are requested again by a reader who returns to a page that the browser has kept', async (t) => {
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

  test('are up to date when the reader returns: with late and edited ones, without deleted ones', async (t) => {
    const world = await World.start(t);
    const asked: (string | null)[] = [];
    world.publisher.put('replies', (request, response) => {
      const since = new URL(request.url ?? '', world.publisher.url()).searchParams.get('since');
      asked.push(since);
      const changes = [{ id: 'r3', place: 3, gone: true }, reply(2), { ...reply(4), text: 'Edited' }];
      response.end(
        JSON.stringify(
          since === null
            ? { replies: [reply(1), reply(3), reply(4)], next: null, since: '7' }
            : { changes, since: '10', more: false, count: 3 },
        ),
      );
    });
    const { page, errors } = await world.open(visitors);
    await page.getByText('Text 3').waitFor();
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await page.getByText('Edited').waitFor();
    assert.deepEqual(await page.locator('.thread .reply-text').allInnerTexts(), ['Text 1', 'Text 2', 'Edited']);
    await page.getByRole('heading', { name: '3 Replies' }).waitFor();
    assert.deepEqual(asked, [null, '7']);
    assert.deepEqual(errors, []);
  });

  test('are found by the number that a reply had before ids were random, and by its id', async (t) => {
    const world = await World.start(t);
    const links = '[by number](en/#reply-3) and [by id](en/#reply-r2)';
    world.put(english({ markdown: links }));
    world.publisher.put('replies', (_, response) =>
      response.end(JSON.stringify({ replies: [reply(1), reply(2), reply(3)], next: null })),
    );
    const { page } = await world.open(visitors);
    await page.getByText('Text 3').waitFor();
    const focused = (): Promise<string | undefined> =>
      page.evaluate(
        () => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.closest('.reply')?.id,
      );
    await page.getByRole('link', { name: 'by number' }).click();
    assert.equal(await focused(), 'reply-r3');
    await page.getByRole('link', { name: 'by id' }).click();
    assert.equal(await focused(), 'reply-r2');
  });

  // serlo/frontend#770, opensquare-network/dotreasury#387, coralproject/talk#3252
  test('fit a narrow page, whatever their words and names, and have headings below the thread’s', async (t) => {
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
    // Beside a scroll bar, a page is narrower than its window.
    const beyond = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.equal(beyond, 0);
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

  test('leave the form where it is when they grow above it', async (t) => {
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
    test(`stand under the texts as the publisher says (${threads}), and state their languages`, async (t) => {
      const world = await World.start(t);
      world.put(article({ replies: { endpoint: 'replies', state: 'open', threads } }));
      const kept = ['One', 'Dos', 'Three'].map((text, i) => ({
        ...{ id: String(i), place: i + 1, name: 'Ana', text, created: '2026-01-02T03:04:05Z' },
        language: text === 'Dos' ? 'es' : 'en',
      }));
      world.publisher.meanwhile('replies', (request, response) => {
        if (request.method !== 'GET') return false;
        const language = new URL(request.url ?? '', world.publisher.url()).searchParams.get('language');
        const isOwn = (reply: { language: string }): boolean => reply.language === language;
        const inSections = kept.map((reply) => ({ ...reply, ...(!isOwn(reply) && { section: 1 }) }));
        const replies = { shared: kept, separate: kept.filter(isOwn), 'own-first': inSections }[threads];
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
