import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { article, english, toldOf, World } from '../support/world.ts';

const visitors = useBrowser();

suite('an article that cannot be shown leaves the fallback, a sentence and a button for another try:', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const bad: Record<string, [code: string, text: string]> = {
    'one that is not JSON': ['article', '{"broadside": 1,'],
    'a page of HTML': ['article', '<!doctype html><p>Not found'],
    'one of a wrong type': ['article', '[]'],
    'one nested 100,000 deep': ['article', deep],
    'one of 9 MB': ['too-large', JSON.stringify(english({ markdown: 'x'.repeat(9 << 20) }))],
    'one without translations': ['article', JSON.stringify(article({ translations: {} }))],
    'one with a default that nobody wrote': ['article', JSON.stringify(article({ default: 'tlh' }))],
    'a title of a wrong type': ['wrong-type', JSON.stringify(english({ title: ['javascript:1'] }))],
    'Markdown of 5 MB': ['too-long', JSON.stringify(english({ markdown: 'word '.repeat(1 << 20) }))],
  };
  for (const [what, [code, text]] of Object.entries(bad)) {
    test(what, async (t) => {
      const world = await World.start(t);
      world.put(text);
      const { page, errors } = await world.open(visitors);
      await page.getByText('This article could not be loaded.').waitFor();
      assert.ok(await page.getByText('The fallback').isVisible());
      assert.equal((await toldOf(page, 'error')).code, code);
      assert.equal(errors.length, 1);
      assert.match(errors[0] ?? '', new RegExp(`^broadside: ${code}: [^\n]+$`));

      world.put(article());
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'A title' }).waitFor();
      assert.equal(await page.getByText('The fallback').isVisible(), false);
      assert.equal(await page.getByText('This article could not be loaded.').count(), 0);
    });
  }

  test('a missing one, in the reader’s language', async (t) => {
    const world = await World.start(t);
    world.show(
      `<broadside-article lang="es" src="${world.publisher.url('missing.json')}"><p>The fallback</p></broadside-article>`,
    );
    const { page } = await world.open(visitors);
    await page.getByText('No se ha podido cargar este artículo.').waitFor();
    assert.equal((await toldOf(page, 'error')).code, 'http');
    assert.ok(await page.getByRole('button', { name: 'Volver a intentarlo' }).isVisible());
  });

  test('one whose server does not answer', async (t) => {
    const world = await World.start(t);
    world.publisher.put('article.json', () => undefined);
    const page = await visitors.open();
    await page.clock.install();
    await page.goto(world.host.url());
    await page.waitForFunction(() => customElements.get('broadside-article'));
    await page.clock.fastForward(20_000);
    await page.getByText('This article could not be loaded.').waitFor();
  });
});

suite('a language that the article does not have', () => {
  test('gives the publisher’s default', async (t) => {
    const world = await World.start(t);
    world.show(`<broadside-article lang="tlh" src="${world.src}"></broadside-article>`);
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
  });
});

suite('a view that is not valid content is refused, and the Markdown is shown instead:', () => {
  const nested = `${'["div",'.repeat(100_000)}["div"]${']'.repeat(100_000)}`;
  const views: Record<string, unknown> = {
    'a form': ['article', ['form', { action: 'https://evil.example/' }, ['input', { type: 'password' }]]],
    'a target': ['article', ['a', { href: '/', target: '_top' }, 'x']],
    'an address that is a list': ['article', ['a', { href: ['javascript:1'] }, 'x']],
    'constructor as a name': ['constructor', 'x'],
    SCRIPT: ['article', ['SCRIPT', 'globalThis.ran = true']],
    '100,000 nested elements': 'nested',
    'a million nodes': ['article', ...new Array<string>(1_000_000).fill('')],
  };
  for (const [what, view] of Object.entries(views)) {
    test(what, async (t) => {
      const world = await World.start(t);
      // JSON.stringify cannot write what JSON.parse can read.
      world.put(JSON.stringify(english({ view })).replace('"nested"', () => nested));
      const { page, errors } = await world.open(visitors);
      await page.getByText('From Markdown.').waitFor();
      assert.equal((await toldOf(page, 'error')).code, 'view');
      assert.equal(errors.length, 1);
      assert.equal(await page.locator('input[type=password], script:not([src])').count(), 0);
    });
  }

  test('and if there is no valid Markdown either, the fallback stays', async (t) => {
    const world = await World.start(t);
    world.put(english({ view: ['form'], markdown: 1 }));
    const { page } = await world.open(visitors);
    await page.getByText('This article could not be loaded.').waitFor();
    assert.ok(await page.getByText('The fallback').isVisible());
  });
});

suite('a publisher on another origin', () => {
  test('cannot make replies go to the host’s own origin', async (t) => {
    const world = await World.start(t);
    world.put(article({ replies: { endpoint: world.host.url('transfer') } }));
    const { page } = await world.open(visitors);
    const link = page.getByRole('link', { name: 'Replies are on the publisher’s page' });
    assert.equal(await link.getAttribute('href'), world.publisher.url('en/'));
    assert.equal((await toldOf(page, 'error')).code, 'host-origin');
    assert.equal(await page.locator('form').count(), 0);
    assert.deepEqual(world.host.asked, ['/']);
  });

  test('cannot make the loader fetch a picture or a translation from the host', async (t) => {
    const world = await World.start(t);
    const markdown = `![The picture](${world.host.url('log-out')})`;
    world.put(
      article({
        translations: {
          en: {
            title: 'A title',
            markdown,
            view: ['article', ['img', { src: world.host.url('log-out'), alt: 'In the view' }]],
          },
          es: { title: 'Un título', markdown },
          fr: { href: world.host.url('log-out') },
        },
      }),
    );
    const { page } = await world.open(visitors);
    await page.getByText('In the view').waitFor();
    const turnTo = (lang: string) =>
      page.evaluate((lang) => {
        document.querySelector('broadside-article')?.setAttribute('lang', lang);
      }, lang);
    await turnTo('es');
    await page.getByText('The picture').waitFor();
    await turnTo('fr');
    assert.equal((await toldOf(page, 'error')).code, 'host-origin');
    assert.ok(await page.getByText('The picture').isVisible());
    assert.deepEqual(world.host.asked, ['/']);
  });
});

suite('the page stays as it is', () => {
  test('if Markdown has 100,000 nested brackets', async (t) => {
    const world = await World.start(t);
    world.put(english({ markdown: `${'['.repeat(100_000)}x${']'.repeat(100_000)}` }));
    const { page } = await world.open(visitors);
    await toldOf(page, 'ready');
  });

  test('if Markdown has 100,000 nested quotes', async (t) => {
    const world = await World.start(t);
    world.put(english({ markdown: `${'>'.repeat(100_000)} x` }));
    const { page } = await world.open(visitors);
    await page.waitForFunction(() => told.length > 0);
    assert.ok(await page.getByRole('heading', { name: 'Host' }).isVisible());
  });

  test('if a picture is missing', async (t) => {
    const world = await World.start(t);
    world.put(english({ markdown: '![A lost picture](lost.svg)\n\nText.' }));
    const { page } = await world.open(visitors);
    await page.getByText('Text.').waitFor();
    assert.ok(await page.getByAltText('A lost picture').isVisible());
  });

  test('if the core is not the one that was pinned', async (t) => {
    const world = await World.start(t);
    for (const path of world.publisher.paths().filter((path) => path.includes('broadside-core')))
      world.publisher.put(path, 'not the core');
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    await page.getByText('The replies could not be loaded.').waitFor();
    assert.equal((await toldOf(page, 'error')).code, 'core');
    world.publisher.putLoader();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
  });
});
