import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { ArticleOptions, RenderArticle } from '../../web/src/package/server.ts';
import { errorsOf, goToReplies, useBrowser } from '../support/browser.ts';
import { article, articleOf, english, World } from '../support/world.ts';

const { renderArticle } = (await import(join(import.meta.dirname, '../../web/dist/server.node.js'))) as {
  renderArticle: RenderArticle;
};

/** Everything in Markdown that becomes elements of its own. */
const everything = `---
title: A title
lang: en
---

A *text* with **everything**, \`code\`, ~~gone~~, a [link](other.md "A title"), <sub>raw</sub> HTML and a note.[^n]

![A picture](p.svg)

- [ ] to do
- [x] done

1. one
2. two

| a | b |
| - | -: |
| 1 | 2 |

> [!NOTE]
> An alert.

\`\`\`js

const x = "<b>&amp;</b>";
\`\`\`

https://youtu.be/dQw4w9WgXcQ

<details><summary>More</summary><p>Hidden</p></details>

---

[^n]: The note.
`;

suite('an article that a server rendered', () => {
  const visitors = useBrowser();

  /** Opens a host's page without the loader, on which a server has rendered the article as the element would. */
  async function open(
    world: World,
    {
      src = world.src,
      attributes = '',
      ...options
    }: Partial<ArticleOptions> & { src?: string; attributes?: string } = {},
  ): Promise<{ page: Page; errors: string[] }> {
    const inside = await renderArticle(src, { page: world.host.url(), ...options });
    world.host.put(
      '',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><h1>Host</h1>
      <broadside-article src="${src}" ${attributes}>${inside}</broadside-article><p>The end</p>`,
    );
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(world.host.url());
    return { page, errors };
  }

  /** Notes what is there, and what is added or removed from now on, except that the style sheet has done its service. */
  async function watch(page: Page): Promise<void> {
    await page.evaluate(() => {
      const root = document.querySelector('broadside-article')?.shadowRoot;
      const rendered = root?.querySelector('article');
      if (!root || !rendered) throw new Error('nothing was rendered');
      const changes: string[] = [];
      new MutationObserver((records) => {
        for (const { type, target, attributeName } of records)
          if (rendered.contains(target)) changes.push(`${type} ${target.nodeName} ${attributeName ?? ''}`);
      }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      Object.assign(globalThis, { rendered, changes });
    });
  }

  /** Returns the looks and places of all elements of the article that is there. */
  const looks = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...(document.querySelector('broadside-article')?.shadowRoot?.querySelectorAll('article, article *') ?? [])].map(
        (element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const { color, backgroundColor, font } = getComputedStyle(element);
          return [element.localName, x, y, width, height, color, backgroundColor, font].join(' ');
        },
      ),
    );

  async function isTakenOver(page: Page): Promise<void> {
    const found = await page.evaluate(() => {
      const { rendered, changes } = globalThis as unknown as { rendered: Element; changes: string[] };
      const root = document.querySelector('broadside-article')?.shadowRoot;
      return {
        same: root?.querySelector('article') === rendered,
        articles: root?.querySelectorAll('article.article').length,
        changes,
        styles: root?.querySelectorAll('style').length,
      };
    });
    assert.deepEqual(found, { same: true, articles: 1, changes: [], styles: 0 });
  }

  async function load(page: Page, world: World): Promise<void> {
    await page.evaluate(() => {
      document.addEventListener('broadside:ready', () => {
        document.documentElement.dataset['ready'] = '';
      });
    });
    await page.addScriptTag({ url: world.loader });
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  }

  test('is read before the script arrives, and then taken over as it is', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await open(world, { headingLevel: 2, attributes: 'heading-level="2"' });
    await page.getByRole('heading', { name: 'A title', level: 2 }).waitFor();
    const before = await looks(page);
    await watch(page);
    await load(page, world);
    await isTakenOver(page);
    assert.deepEqual(await looks(page), before);

    await goToReplies(page);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    await page.getByRole('link', { name: 'To es' }).click();
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    assert.equal(await page.getByText('en 0').count(), 0);
    assert.deepEqual(errors, []);
  });

  test('is taken over as a whole if it is long', async (t) => {
    const world = await World.start(t);
    world.put(articleOf(100));
    const { page } = await open(world);
    await watch(page);
    await load(page, world);
    await isTakenOver(page);
  });

  test('is taken over whatever Markdown is in it, in the colours that the host wants', async (t) => {
    const world = await World.start(t);
    world.publisher.put('all.md', everything);
    world.publisher.put('p.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const { page, errors } = await open(world, {
      src: world.publisher.url('all.md'),
      theme: 'dark',
      embeds: 'on',
      attributes: 'theme="dark" embeds="on"',
    });
    await page.getByText('An alert.').waitFor();
    assert.match(await page.locator('.facade').innerText(), /^Play the video from YouTube/);
    const before = await looks(page);
    await watch(page);
    await load(page, world);
    await isTakenOver(page);
    assert.deepEqual(await looks(page), before);
    assert.deepEqual(errors, []);
  });

  test('is shown as it is now if it has changed since, without the one that was rendered', async (t) => {
    const world = await World.start(t);
    const { page } = await open(world);
    world.put(articleOf(3));
    await load(page, world);
    await page.getByText('en 2').waitFor();
    assert.equal(await page.locator('article').count(), 1);
  });

  test('stays where it cannot be fetched', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await open(world);
    world.publisher.put('article.json', (_, response) => response.writeHead(500).end());
    await page.addScriptTag({ url: world.loader });
    await page.waitForFunction(() => customElements.get('broadside-article'));
    while (!errors.some((error) => error.startsWith('broadside: http:'))) await page.waitForTimeout(20);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  test('makes way for another article', async (t) => {
    const world = await World.start(t);
    world.publisher.put(
      'other.json',
      JSON.stringify(english({ title: 'Another', view: ['article', ['h1', 'Another']] })),
    );
    const { page } = await open(world);
    await load(page, world);
    await page.evaluate((src) => {
      document.querySelector('broadside-article')?.setAttribute('src', src);
    }, world.publisher.url('other.json'));
    await page.getByRole('heading', { name: 'Another' }).waitFor();
    assert.equal(await page.locator('article').count(), 1);
  });

  test('is only text where the host wants that, until the element shows the article', async (t) => {
    const world = await World.start(t);
    const { page, errors } = await open(world, { to: 'html', lang: 'es', attributes: 'lang="es"' });
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('broadside-article')?.shadowRoot), null);
    await load(page, world);
    assert.equal(await page.getByRole('heading', { name: 'Un título' }).count(), 1);
    assert.deepEqual(errors, []);
  });

  const hostile =
    '</p></article></div></template></style><script>hit()</script><img src=x onerror=hit()>"\'><!--&lt;\r\n';
  test('cannot write markup', async (t) => {
    const world = await World.start(t);
    const view = [
      'article',
      { class: 'article', lang: 'en' },
      ['p', hostile, ['a', { href: `https://x.example/?${hostile}`, title: hostile }, hostile]],
      ['pre', `\n${hostile}`],
    ];
    world.put(english({ title: hostile, view }));
    const { page, errors } = await open(world);
    await page.getByText('The end').waitFor();
    const { texts, scripts } = await page.evaluate(() => {
      const root = document.querySelector('broadside-article')?.shadowRoot;
      return {
        texts: ['p', 'a', 'pre'].map((name) => root?.querySelector(name)?.textContent),
        scripts: document.scripts.length,
      };
    });
    assert.deepEqual(texts, [hostile + hostile, hostile, `\n${hostile}`]);
    assert.equal(scripts, 0);
    await watch(page);
    await load(page, world);
    await isTakenOver(page);
    assert.deepEqual(errors, []);
  });

  test('needs a style sheet that the policy allows by its nonce', async (t: TestContext) => {
    const world = await World.start(t);
    world.host.policy = "style-src 'nonce-abc'";
    const { page, errors } = await open(world, { nonce: 'abc' });
    const title = page.getByRole('heading', { name: 'A title' });
    assert.equal(await title.evaluate((node) => getComputedStyle(node).textAlign), 'center');
    assert.deepEqual(errors, []);
  });
});

suite('renderArticle()', () => {
  test('says what is wrong', async (t) => {
    const world = await World.start(t);
    const rejected = async (src: string, options: ArticleOptions): Promise<string> => {
      const thrown = await renderArticle(src, options).then(
        () => ({ code: 'none', where: '' }),
        (error: unknown) => error as { code: string; where: string },
      );
      return `${thrown.code} ${thrown.where}`;
    };
    const page = world.host.url();
    assert.equal(await rejected('article.json', { page }), 'malformed src');
    assert.equal(await rejected(world.src, { page: '/article' }), 'malformed page');
    assert.equal(
      await rejected(world.publisher.url('none.json'), { page }),
      `http ${world.publisher.url('none.json')}`,
    );
    world.put(article({ default: 'de' }));
    assert.equal(await rejected(world.src, { page }), `article ${world.src}#/default`);
  });

  test('uses the words of the language for a text that has no view', async (t) => {
    const world = await World.start(t);
    world.publisher.put('de.md', '> [!NOTE]\n> Ein Hinweis.');
    const html = await renderArticle(world.publisher.url('de.md'), { page: world.host.url(), to: 'html', lang: 'de' });
    assert.match(html, /Hinweis<\/p>/);
    const shadow = await renderArticle(world.publisher.url('de.md'), { page: world.host.url(), lang: 'ar' });
    assert.match(shadow, /<div class="broadside" lang="ar" dir="rtl">/);
  });
});
