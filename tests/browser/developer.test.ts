import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { errorsOf, useChromium } from '../support/browser.ts';
import { article, english, World } from '../support/world.ts';

suite('a developer', () => {
  const visitors = useChromium('not all of these tests pass in the other engines yet');

  const title = (page: Page) => page.getByRole('heading', { name: 'A title' });
  /** Opens a host's page whose HTML is given, except for the end of its body. */
  async function open(world: World, html: string): Promise<{ page: Page; lines: string[] }> {
    world.host.put('', `<!doctype html><html lang="en">${html}`);
    const page = await visitors.open();
    const lines = errorsOf(page);
    await page.goto(world.host.url());
    return { page, lines };
  }
  const line = async (page: Page, lines: readonly string[]): Promise<string | undefined> => {
    if (lines.length === 0) await page.waitForEvent('console', (message) => message.type() === 'error');
    return lines[0];
  };
  const tag = ({ src }: World, attributes = '') => `<broadside-article src="${src}" ${attributes}></broadside-article>`;
  const loader = (world: World, attributes = '') => `<script src="${world.loader}" ${attributes}></script>`;

  const slips: Record<string, [attributes: string, told: string]> = {
    'heading-level="9"': ['heading-level="9"', 'must be a number from 1 to 6'],
    'heading-level="h2"': ['heading-level="h2"', 'must be a number from 1 to 6'],
    'lang="english"': ['lang="english"', 'must be a language tag, such as en or pt-BR'],
    'lang="en_US"': ['lang="en_US"', 'must be a language tag, such as en or pt-BR'],
    'theme="black"': ['theme="black"', 'must be one of auto, light, dark'],
  };
  for (const [slip, [attributes, told]] of Object.entries(slips)) {
    test(`is told once of ${slip}, which is ignored`, async (t) => {
      const world = await World.start(t);
      const { page, lines } = await open(world, `<body>${tag(world, attributes)}${loader(world)}`);
      await page.getByRole('heading', { name: 'A title', level: 1 }).waitFor();
      await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
      assert.deepEqual(lines, [`broadside: attribute: ${told} (${slip})`]);
    });
  }

  test('is not warned of a valid language tag, however rare', async (t) => {
    const world = await World.start(t);
    world.put(english({ view: ['article', ['h1', 'A title']] }));
    const tags = ['en', 'pt-BR', 'zh-Hant-HK', 'es-419', 'gsw', 'sl-rozaj-biske', 'de-CH-1996', '', 'EN-us'];
    const { page, lines } = await open(
      world,
      `<body>${tags.map((lang) => tag(world, `lang="${lang}" replies="off"`)).join('')}${loader(world)}`,
    );
    await title(page)
      .nth(tags.length - 1)
      .waitFor();
    assert.deepEqual(lines, []);
  });

  test('is told that src is missing, unless a script sets it soon', async (t) => {
    const world = await World.start(t);
    const late = `<script>setTimeout(() => { document.querySelector('#late').src = '${world.src}' }, 300)</script>`;
    const { page, lines } = await open(
      world,
      `<body><broadside-article id="late"></broadside-article>${late}<broadside-article></broadside-article>${loader(world)}`,
    );
    assert.equal(
      await line(page, lines),
      'broadside: attribute: src is missing: it must be the address of an article.json or of a Markdown file (src)',
    );
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.equal(lines.length, 1);
  });

  test('is told that a script in the head shows nothing there, and the article stands at the start of the body', async (t) => {
    const world = await World.start(t);
    for (const way of ['', 'async', 'defer']) {
      const { page, lines } = await open(
        world,
        `<head>${loader(world, `${way} data-article="${world.src}"`)}</head><body><p>Host</p>`,
      );
      await title(page).waitFor();
      assert.equal(await page.locator('body > broadside-article:first-child + p').count(), 1);
      assert.match(lines.join('\n'), /^broadside: script: this script stands in the head.* \(data-article=".*"\)$/);
    }
  });

  // jQuery's domManip inserts the HTML and runs each script again: those of this origin as text, others as elements.
  const ways = {
    'as text': `fetch(src).then((answer) => answer.text()).then((text) => {
      const script = document.createElement('script');
      script.text = text;
      document.head.appendChild(script).remove();
    })`,
    'as an element': `const script = document.createElement('script');
      script.src = src;
      document.head.append(script);`,
  };
  for (const [way, run] of Object.entries(ways)) {
    test(`may have a library insert the tag, which runs its script ${way}`, async (t) => {
      const world = await World.start(t);
      const html = loader(world, `data-article="${world.src}"`).replace('</', '<\\/');
      const { page, lines } = await open(
        world,
        `<body><div></div><script>
          document.querySelector('div').innerHTML = \`${html}\`;
          const { src } = document.querySelector('div script');
          ${run}
        </script>`,
      );
      await title(page).waitFor();
      await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
      assert.equal(await page.locator('div > script + broadside-article').count(), 1);
      assert.deepEqual(lines, []);
    });
  }

  test('may use data-article for something else, beside the loader', async (t) => {
    const world = await World.start(t);
    const { page, lines } = await open(
      world,
      `<body><script data-article="17">let other</script>${tag(world)}${loader(world)}`,
    );
    await title(page).waitFor();
    assert.equal(await page.locator('broadside-article').count(), 1);
    assert.deepEqual(lines, []);
  });

  test('is told how to state the core’s address if it is not beside a bundle', async (t) => {
    const world = await World.start(t);
    const own = await (await fetch(world.loader)).text();
    world.host.put('app.js', own);
    const { page, lines } = await open(world, `<body>${tag(world)}<script src="/app.js"></script>`);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const told = lines.find((line) => line.startsWith('broadside:')) ?? '';
    assert.match(told, /^broadside: core: .*data-broadside-base=.*\/broadside-core\.\w+\.wasm\)$/);
  });

  test('is told what is missing in a publisher’s answer', async (t) => {
    const world = await World.start(t);
    world.publisher.put('article.json', (_, response) => {
      response.removeHeader('access-control-allow-origin');
      response.end('{}');
    });
    const { page, lines } = await open(world, `<body>${tag(world)}${loader(world)}`);
    await page.getByText('This article could not be loaded.').waitFor();
    assert.match(lines.join('\n'), /broadside: network: .*Access-Control-Allow-Origin.*connect-src/);
  });

  // LeaVerou/md-block#13
  test('is told that a page opened from disk cannot fetch, and what to do about it', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'broadside-disk-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    cpSync(join(import.meta.dirname, '../../web/dist/broadside.js'), join(folder, 'broadside.js'));
    writeFileSync(join(folder, 'article.json'), JSON.stringify(article()));
    const fallback = '<broadside-article src="article.json"><p>The fallback</p></broadside-article>';
    writeFileSync(join(folder, 'page.html'), `<!doctype html>${fallback}<script src="broadside.js"></script>`);
    const page = await visitors.open();
    const lines = errorsOf(page);
    await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    await page.getByText('This article could not be loaded.').waitFor();
    assert.ok(await page.getByText('The fallback').isVisible());
    const [told = '', ...others] = lines.filter((line) => line.startsWith('broadside:'));
    assert.match(told, /^broadside: network: .*opened from disk cannot fetch files; serve its folder over http/);
    assert.deepEqual(others, []);
  });

  test('finds a module’s own script, and the core beside it', async (t) => {
    const world = await World.start(t);
    const { page, lines } = await open(world, `<body>${tag(world)}${loader(world, 'type="module" crossorigin')}`);
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.deepEqual(lines, []);
  });

  test('is told what the page’s policy must allow for WebAssembly', async (t) => {
    const world = await World.start(t);
    // The loader alone is allowed, so that the core does not run as JavaScript either.
    world.host.policy = `script-src ${world.loader} 'unsafe-inline'`;
    const { page, lines } = await open(world, `<body>${tag(world)}${loader(world)}`);
    await page.getByRole('link', { name: 'Replies are on the publisher’s page' }).waitFor();
    assert.match(
      lines.filter((line) => line.startsWith('broadside:')).join('\n'),
      /^broadside: webassembly: .*'wasm-unsafe-eval'.*script-src/,
    );
  });

  // leptos-rs/leptos#4382, actualbudget/actual#4479, MakePrisms/agicash#1102
  test('need do nothing for a browser that has no WebAssembly', async (t) => {
    const world = await World.start(t);
    world.put(article());
    const { page, lines } = await open(
      world,
      `<body><script>delete globalThis.WebAssembly</script>${tag(world)}${loader(world)}`,
    );
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    await title(page).waitFor();
    assert.deepEqual(lines, []);
  });

  // paulirish/lite-youtube-embed#50, x-tag/core#47, saurabhdaware/DEV-widget#12
  const rests: Record<string, [rest: string, sign: string]> = {
    'a footer': ['<p>after</p><footer>Imprint</footer>', '<footer>'],
    'a headline': ['<h1>Another</h1>', '<h1>'],
    'a script': ['<script>let x</script>', '<script>'],
    'very much': ['<p>after</p>'.repeat(300), '300 elements'],
  };
  for (const [what, [rest, sign]] of Object.entries(rests)) {
    test(`is told that a tag cannot be closed by a slash, because of ${what} inside`, async (t) => {
      const world = await World.start(t);
      const self = `<broadside-article src="${world.src}" replies="off" />`;
      const { page, lines } = await open(world, `<head>${loader(world, 'async')}</head><body>${self}${rest}`);
      await title(page).waitFor();
      await line(page, lines);
      assert.equal(lines.length, 1);
      assert.ok(lines[0]?.startsWith(`broadside: fallback: ${sign} between the tags`), lines[0]);
    });
  }

  test('is told the same because of a second tag inside the first', async (t) => {
    const world = await World.start(t);
    const self = `<broadside-article src="${world.src}" replies="off" />`;
    const { page, lines } = await open(world, `<head>${loader(world, 'async')}</head><body>${self}${self}`);
    await line(page, lines);
    assert.match(lines.join('\n'), /^broadside: fallback: <broadside-article> between the tags[^\n]*$/);
  });

  test('may have a whole article between the tags', async (t) => {
    const world = await World.start(t);
    const whole = `<article><h1>Mine</h1>${'<p>Text.</p>'.repeat(300)}<footer>Notes</footer></article>`;
    const { page, lines } = await open(
      world,
      `<body><broadside-article src="${world.src}">${whole}</broadside-article>${loader(world)}`,
    );
    await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
    assert.deepEqual(lines, []);
  });

  // lit/lit#701, angular/angular#31416, stenciljs/core#2949, muxinc/media-chrome#474
  test('may set properties before the script arrives, and they apply', async (t) => {
    const world = await World.start(t);
    const { page } = await open(
      world,
      `<body><script>
        const element = document.body.appendChild(document.createElement('broadside-article'));
        Object.assign(element, { src: '${world.src}', theme: 'dark', headingLevel: 3, lang: 'en' });
      </script>${loader(world, 'defer')}`,
    );
    await page.getByRole('heading', { name: 'A title', level: 3 }).waitFor();
    assert.equal(await page.locator('.broadside.dark').count(), 1);
    // A later value applies as well, and nothing is left if a framework takes it away.
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadside-article') ?? {}, {
        theme: 'light',
        headingLevel: null,
        lang: null,
      });
    });
    await page.getByRole('heading', { name: 'A title', level: 1 }).waitFor();
    assert.equal(await page.locator('.broadside.dark').count(), 0);
    assert.deepEqual(await page.locator('broadside-article').evaluate((element) => element.getAttributeNames()), [
      'src',
      'theme',
    ]);
  });

  // facebook/react#11347
  test('may have a framework write an attribute for a property, and set the property later', async (t) => {
    const world = await World.start(t);
    const { page, lines } = await open(world, `<body>${tag(world, 'headingLevel="3"')}${loader(world)}`);
    await page.getByRole('heading', { name: 'A title', level: 3 }).waitFor();
    for (const [level, shown] of [
      [2, 2],
      [undefined, 1],
    ]) {
      await page
        .locator('broadside-article')
        .evaluate((element, level) => Object.assign(element, { headingLevel: level }), level);
      await page.getByRole('heading', { name: 'A title', level: shown ?? 0 }).waitFor();
    }
    assert.deepEqual(lines, []);
  });

  async function oldBrowser(t: TestContext, before: string): Promise<{ page: Page; lines: string[] }> {
    const world = await World.start(t);
    world.put(english({}));
    const opened = await open(
      world,
      `<body><script>${before}</script><broadside-article src="${world.src}"><p>The fallback</p></broadside-article>${loader(world)}`,
    );
    await line(opened.page, opened.lines);
    return opened;
  }

  // microsoft/fluentui-blazor#4531, seb-oss/green#1682, LeaVerou/style-observer#56, UI5/webcomponents#11978
  const lacks: Record<string, string> = {
    'no adopted style sheets': 'delete ShadowRoot.prototype.adoptedStyleSheets',
    'a frozen list of style sheets':
      "Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { get: () => Object.freeze([]) })",
    'no constructed style sheets':
      'globalThis.CSSStyleSheet = function () { throw new TypeError("Illegal constructor") }',
    'no shadow trees': 'delete Element.prototype.attachShadow',
    'no replaceChildren': 'for (const { prototype } of [Element, DocumentFragment]) delete prototype.replaceChildren',
    'no IntersectionObserver and no MutationObserver':
      'delete globalThis.IntersectionObserver; delete globalThis.MutationObserver',
  };
  for (const [what, before] of Object.entries(lacks)) {
    test(`has readers with ${what}, who see what stands between the tags`, async (t) => {
      const { page, lines } = await oldBrowser(t, before);
      assert.ok(await page.getByText('The fallback').isVisible());
      assert.equal(lines.length, 1);
      // An observer is missed only when the article is about to be shown.
      assert.match(lines[0] ?? '', /^broadside: (browser: |article: MutationObserver is not defined)/);
    });
  }
});
