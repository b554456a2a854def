import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { article, articleOf, english, toldOf, World } from '../support/world.ts';
import { lacks, noWindows } from './engines/engine.ts';

suite('a broadside-article', () => {
  const visitors = useBrowser();

  test('shows its article from the view before the core is there, and does not paint it again', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await world.open(visitors);
    const title = page.getByRole('heading', { name: 'A title' });
    await title.evaluate((node) => Object.assign(globalThis, { node }));
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.ok(await title.evaluate((node) => (globalThis as unknown as { node: Node }).node === node));
    assert.deepEqual(await toldOf(page, 'ready'), { language: 'en' });
    assert.equal(await page.getByText('The fallback').isVisible(), false);
    assert.deepEqual(errors, []);
  });

  test('renders Markdown that has no view', async (t) => {
    const world = await World.start(t);
    world.publisher.put('notes.md', '# Notes\n\nWith *emphasis*, a [link](other.md) and ![a picture](p.svg).');
    world.show(`<broadside-article src="${world.publisher.url('notes.md')}"></broadside-article>`);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Notes', level: 1 }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'link' }).getAttribute('href'), world.publisher.url('other.md'));
    assert.equal(await page.locator('form').count(), 0);
  });

  test('switches the language without a request to the publisher, and keeps draft, focus and scroll position', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    const text = page.locator('textarea');
    await text.fill('Half a sentence');
    const link = page.getByRole('link', { name: 'To es' });
    await link.focus();
    const asked = world.publisher.asked.length;
    const top = await link.evaluate((node) => node.getBoundingClientRect().top);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    assert.equal(await text.inputValue(), 'Half a sentence');
    const back = page.getByRole('link', { name: 'To en' });
    assert.ok(await back.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node));
    assert.ok(Math.abs((await back.evaluate((node) => node.getBoundingClientRect().top)) - top) < 1);
    assert.equal(await page.locator('article').getAttribute('lang'), 'es');
    assert.equal(await page.locator('.broadside').getAttribute('lang'), 'es');
    assert.deepEqual(await toldOf(page, 'language'), { language: 'es' });
    const fromPublisher = world.publisher.asked.slice(asked).filter((path) => !path.startsWith('/broadside/'));
    assert.deepEqual(fromPublisher, []);
    assert.equal(page.url(), world.host.url());

    await page.reload();
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('broadside-article')?.shadowRoot?.querySelector('textarea')?.value,
    );
    assert.equal(await text.inputValue(), 'Half a sentence');
  });

  test('keeps the paragraph that is being read at its height when the language changes', async (t) => {
    const world = await World.start(t);
    world.put(articleOf(40));
    // This turns scroll anchoring off, which Safari does not have.
    const style = '<style>html { overflow-anchor: none }</style>';
    world.show(`${style}<broadside-article src="${world.src}"></broadside-article>`);
    const { page } = await world.open(visitors);
    const paragraph = (language: string) => page.getByText(`${language} 20 ${language} 20`);
    await paragraph('en').evaluate((node) => {
      scrollTo(0, scrollY + node.getBoundingClientRect().top);
    });
    await page.evaluate(() => {
      document.querySelector('broadside-article')?.setAttribute('lang', 'es');
    });
    await paragraph('es').waitFor();
    const top = await paragraph('es').evaluate((node) => node.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 2, `${top}`);
  });

  test('leaves a click for a new tab to the browser', lacks({ webkit: noWindows }), async (t) => {
    const world = await World.start(t);
    world.publisher.put('es/', '<title>The page in Spanish</title>');
    const { page } = await world.open(visitors);
    const tab = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'To es' }).click({ modifiers: ['Control'] });
    const opened = await tab;
    await opened.waitForURL(world.publisher.url('es/'));
    assert.equal(await opened.title(), 'The page in Spanish');
    assert.ok(await page.getByRole('heading', { name: 'A title' }).isVisible());
  });

  test('scrolls to its own fragments, moves the focus there, and leaves the host’s address alone', async (t) => {
    const world = await World.start(t);
    world.put(articleOf(40));
    const { page } = await world.open(visitors);
    await page.getByRole('link', { name: 'Skip' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => scrollY > 100);
    const focused = await page.evaluate(
      () => document.querySelector('broadside-article')?.shadowRoot?.activeElement?.id,
    );
    assert.equal(focused, 'article-body');
    assert.equal(page.url(), world.host.url());
  });

  test('lets Back return to the reference of a footnote, without the host’s router noticing', async (t) => {
    const world = await World.start(t);
    world.put(english({ markdown: `A note.[^n]\n\n${'More.\n\n'.repeat(200)}[^n]: The note itself.` }));
    const { page } = await world.open(visitors);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => {
      history.replaceState({ router: 'its own' }, '', '#/route');
      addEventListener('hashchange', () => {
        document.body.append('routed');
      });
    });
    await page.getByRole('link', { name: '1', exact: true }).click();
    await page.waitForFunction(() => scrollY > 1000);
    // Playwright itself does not notice in WebKit that it has gone there.
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForFunction(() => scrollY < 100);
    await page.evaluate(() => {
      history.forward();
    });
    await page.waitForFunction(() => scrollY > 1000);
    assert.deepEqual(await page.evaluate(() => history.state as unknown), { router: 'its own' });
    assert.equal(page.url(), world.host.url('#/route'));
    assert.equal(await page.getByText('routed').count(), 0);
  });

  test('shares one core and one style sheet with all others on the page', async (t) => {
    const world = await World.start(t);
    world.put(english({}));
    world.show(`<broadside-article src="${world.src}"></broadside-article>`.repeat(5));
    const { page } = await world.open(visitors);
    for (let i = 0; i < 5; i++) {
      const element = page.locator('broadside-article').nth(i);
      await element.evaluate((node) => {
        node.scrollIntoView({ block: 'end' });
      });
      await element.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    }
    assert.equal(world.publisher.asked.filter((path) => path.endsWith('.wasm')).length, 1);
    const sheets = await page.evaluate(
      () =>
        new Set(
          [...document.querySelectorAll('broadside-article')].map(
            (element) => element.shadowRoot?.adoptedStyleSheets[0],
          ),
        ).size,
    );
    assert.equal(sheets, 1);
  });

  test('follows its attributes, and shows the last src, however slow the first one was', async (t) => {
    const world = await World.start(t);
    world.publisher.put('slow.json', (_, response) => {
      setTimeout(() => response.end(JSON.stringify(english({ title: 'Slow' }))), 700);
    });
    world.show(`<broadside-article src="${world.publisher.url('slow.json')}"></broadside-article>`);
    const { page } = await world.open(visitors);
    const change = (name: string, value: string) =>
      page.evaluate(
        ([name, value]) => {
          document.querySelector('broadside-article')?.setAttribute(name, value);
        },
        [name, value] as const,
      );
    await change('src', world.src);
    await page.getByRole('heading', { name: 'A title', level: 1 }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Slow' }).count(), 0);

    await change('heading-level', '3');
    await page.getByRole('heading', { name: 'A title', level: 3 }).waitFor();
    await page.getByRole('heading', { name: 'Leave a Reply', level: 4 }).waitFor();
    await change('replies', 'off');
    await page.locator('form').waitFor({ state: 'detached' });
    await change('replies', 'on');
    await page.locator('form').waitFor();
    await change('lang', 'es');
    await page.getByRole('heading', { name: 'Un título', level: 3 }).waitFor();
  });

  test('shows what has changed after reload(), in place, and keeps the article if nothing comes', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Half a reply');
    const reload = () => page.evaluate(() => document.querySelector('broadside-article')?.reload());
    await page.locator('article').evaluate((article) => {
      article.setAttribute('data-test', 'the same');
    });
    world.put(english({ title: 'A new title', view: undefined }));
    await reload();
    assert.equal(await page.locator('h1.title').innerText(), 'A new title');
    assert.equal(await page.locator('article').getAttribute('data-test'), 'the same');
    assert.equal(await page.getByRole('textbox', { name: 'Your reply' }).inputValue(), 'Half a reply');
    assert.equal(errors.join(), '');

    world.publisher.put('article.json', (_, response) => response.writeHead(503).end());
    await reload();
    assert.equal(await page.locator('h1.title').innerText(), 'A new title');
    assert.match(errors.join(), /broadside: http: answered 503/);
  });

  test('leaves nothing behind when it is removed and inserted 50 times', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    await page.locator('textarea').fill('A draft');
    const fallback = await page.evaluate(async () => {
      const element = document.querySelector('broadside-article');
      if (!element) return '';
      for (let i = 0; i < 50; i++) {
        element.remove();
        await new Promise((resolve) => setTimeout(resolve, i % 5));
        document.body.append(element);
        await new Promise((resolve) => setTimeout(resolve, i % 7));
      }
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 10));
      const left = element.shadowRoot?.innerHTML ?? '';
      document.body.append(element);
      return left;
    });
    assert.equal(fallback, '<slot></slot>');
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.equal(await page.locator('textarea').inputValue(), 'A draft');
    assert.equal(await page.locator('form').count(), 1);
    assert.deepEqual(errors, []);
  });

  test('is not rebuilt when it only moves', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await page.locator('textarea').fill('A draft');
    const area = page.locator('textarea');
    await area.evaluate((node) => Object.assign(globalThis, { node }));
    await page.evaluate(() => {
      const element = document.querySelector('broadside-article');
      if (element) document.querySelector('h1')?.before(element);
    });
    // When this change has taken effect, so has everything after the move.
    await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('heading-level', '3'));
    await page.getByRole('heading', { name: 'A title', level: 3 }).waitFor();
    assert.ok(await area.evaluate((node) => (globalThis as unknown as { node: Node }).node === node));
    assert.equal(world.publisher.asked.filter((path) => path === '/article.json').length, 1);
  });

  test('waits with loading="lazy" until the reader comes near', async (t) => {
    const world = await World.start(t);
    world.show(
      `<div style="height: 9000px"></div><broadside-article loading="lazy" src="${world.src}"></broadside-article>`,
    );
    const { page } = await world.open(visitors);
    await page.waitForLoadState('networkidle');
    assert.ok(!world.publisher.asked.includes('/article.json'));
    await page.evaluate(() => {
      scrollTo(0, 9000);
    });
    await page.getByRole('heading', { name: 'A title' }).waitFor();
  });

  test('is also made by a script element with data-article', async (t) => {
    const world = await World.start(t);
    world.show('', `data-article="${world.src}" data-html="drop" data-embeds="on"`);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    assert.equal(await page.locator('script + broadside-article[html=drop][embeds=on]').count(), 1);
  });

  test('treats raw HTML as the host says, and uses no view that was made otherwise', async (t) => {
    const world = await World.start(t);
    const shown = async (html: object, attribute: string): Promise<string> => {
      world.put({ ...english({ view: ['article', ['p', 'From the view.']] }), ...html });
      world.show(`<broadside-article ${attribute} src="${world.src}"></broadside-article>`);
      const { page } = await world.open(visitors);
      return page.getByText(/^From (Markdown|the view)\.$/).innerText();
    };
    assert.equal(await shown({}, ''), 'From the view.');
    // The mode in which such a view was made is unknown, so the view is not used.
    assert.equal(await shown({}, 'html="drop"'), 'From Markdown.');
    assert.equal(await shown({ html: 'drop' }, 'html="drop"'), 'From the view.');
    assert.equal(await shown({}, 'html="sanitize"'), 'From Markdown.');
    assert.equal(await shown({ html: 'sanitize' }, 'html="drop"'), 'From Markdown.');
    assert.equal(await shown({ html: 'sanitize' }, 'html="sanitize"'), 'From the view.');
  });

  test('passes the host’s mode for raw HTML to the core, for an article and for plain Markdown', async (t) => {
    const world = await World.start(t);
    const markdown = 'A <sub>small</sub> word.';
    world.put({ ...english({ markdown }), html: 'drop' });
    world.publisher.put('notes.md', markdown);
    for (const src of [world.src, world.publisher.url('notes.md')]) {
      world.show(`<broadside-article html="escape" src="${src}"></broadside-article>`);
      const { page } = await world.open(visitors);
      await page.getByText(markdown).waitFor();
      await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('html', 'sanitize'));
      await page.locator('sub').waitFor();
      await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('html', 'drop'));
      await page.getByText('A small word.').waitFor();
      await page.locator('sub').waitFor({ state: 'detached' });
    }
  });

  test('keeps the raw HTML of plain Markdown that articles may have', async (t) => {
    const world = await World.start(t);
    world.publisher.put('notes.md', 'A <sub>small</sub> word.');
    world.show(`<broadside-article src="${world.publisher.url('notes.md')}"></broadside-article>`);
    const { page } = await world.open(visitors);
    await page.locator('sub').waitFor();
  });

  test('has the language that plain Markdown states, and reports it', async (t) => {
    const world = await World.start(t);
    world.publisher.put('notes.md', '---\nlang: ar\nauthor: Ana\n---\n> [!NOTE]\n> a');
    world.show(`<broadside-article src="${world.publisher.url('notes.md')}"></broadside-article>`);
    const { page } = await world.open(visitors);
    await page.locator('article[lang=ar][dir=rtl]').waitFor();
    assert.deepEqual(await toldOf(page, 'ready'), { language: 'ar' });
    assert.equal(await page.locator('.byline').getAttribute('lang'), null, 'in the language of the text');
    assert.equal(await page.locator('.alert-note .alert-title').innerText(), 'ملاحظة');
  });

  test('reports an unknown word in an attribute, names the allowed ones, and ignores it', async (t) => {
    const world = await World.start(t);
    world.show(`<broadside-article html="sanitise" src="${world.src}"></broadside-article>`);
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    assert.equal((await toldOf(page, 'error')).code, 'attribute');
    assert.deepEqual(errors, ['broadside: attribute: must be one of drop, escape, sanitize (html="sanitise")']);
  });

  test('works if an optimiser has turned the script into a module, and a hint says where the other files are', async (t) => {
    const world = await World.start(t);
    world.show(
      `<broadside-article src="${world.src}"></broadside-article>`,
      `type="module" data-broadside-base="${world.loader}"`,
    );
    const { page, errors } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.deepEqual(errors, []);
  });

  test('stores nothing before the reader writes', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    const stored = () => page.evaluate(() => localStorage.length + document.cookie.length);
    assert.equal(await stored(), 0);
    await page.locator('textarea').fill('x');
    assert.equal(await stored(), 1);
  });

  test('shows no form if replies are closed, and neither replies nor form if there are none', async (t) => {
    const world = await World.start(t);
    world.put(article({ replies: { endpoint: 'replies', state: 'closed' } }));
    const closed = await world.open(visitors);
    await closed.page.getByText('Replies to this article are closed.').waitFor();
    await closed.page.getByRole('heading', { name: '0 Replies' }).waitFor();
    // Readers who cannot write are not invited to write.
    assert.equal(await closed.page.getByText('No replies yet').count(), 0);
    assert.equal(await closed.page.locator('form').count(), 0);

    world.put(article({ replies: undefined }));
    const none = await world.open(visitors);
    await toldOf(none.page, 'ready');
    await none.page.waitForLoadState('networkidle');
    assert.equal(await none.page.locator('section, form').count(), 0);
  });
});
