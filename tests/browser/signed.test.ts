import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { longestSignature } from '../../web/src/generated/rules.ts';
import type { RenderArticle } from '../../web/src/package/server.ts';
import { errorsOf, useBrowser } from '../support/browser.ts';
import { broadside } from '../support/command.ts';
import { Signer, statementOn } from '../support/signer.ts';
import { Site } from '../support/site.ts';

const { renderArticle } = (await import(join(import.meta.dirname, '../../web/dist/server.node.js'))) as {
  renderArticle: RenderArticle;
};

/** Builds a signed article in two languages, the second in a file of its own, and puts it on a site as `tale/`. Returns the key. */
function buildSigned(t: TestContext, site: Site): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-signed-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('broadside.yaml', `publisher: { name: The Desk }\ndefault: en\nurl: ${site.url()}\n`);
  write('content/tale/en.md', '---\ntitle: A Tale\npublished: 2026-03-14\n---\nOnce. [Another](../other/en.md)\n');
  write('content/tale/es.md', `---\ntitle: Un cuento\n---\n${'Érase una vez. '.repeat(10_000)}\n`);
  write('content/other/en.md', '---\ntitle: Another\npublished: 2026-03-14\n---\nTwice.\n');
  const key = broadside(['keygen', join(folder, 'news.key')]).trim();
  broadside(['build', folder, '-o', join(folder, 'site'), '--sign', join(folder, 'news.key')]);
  for (const id of ['tale', 'other'])
    for (const name of readdirSync(join(folder, 'site', id)))
      if (name.endsWith('.json')) site.put(`${id}/${name}`, readFileSync(join(folder, 'site', id, name)));
  return key;
}

const signer = new Signer();

/** Puts an article of that id on a site, with what a test signs of it. */
function putSigned(site: Site, id: string, { title = `The title of ${id}`, ...signed }: Signed = {}): string {
  const json = articleJson(site, id, title);
  site.put(`${id}/article.json`, signed.sent ?? json);
  if (signed.signature !== null) site.put(`${id}/article.sig.json`, signed.signature ?? signer.file(statementOn(json)));
  return json;
}

interface Signed {
  title?: string;
  /** The text that the server sends in place of the one that is signed. */
  sent?: string;
  signature?: string | null;
}

function articleJson(site: Site, id: string, title: string, modified = '2026-03-14T00:00:00Z'): string {
  const view = ['article', { class: 'article', lang: 'en', dir: 'ltr' }, ['h1', { class: 'title' }, title]];
  const translations = { en: { title, markdown: 'Text', url: site.url(`${id}/en/`), view } };
  return JSON.stringify({ broadside: 1, id, canonical: site.url(`${id}/en/`), default: 'en', modified, translations });
}

suite('a signed article', () => {
  const visitors = useBrowser();

  /** Opens a host's page with these tags. */
  async function open(t: TestContext, publisher: Site, tags: string, before?: (page: Page) => Promise<unknown>) {
    const host = await Site.start(t);
    const loader = publisher.putLoader();
    host.put(
      '',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${tags}<script async src="${loader}"></script>`,
    );
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(globalThis, { codes: told });
      for (const type of ['ready', 'error'])
        addEventListener(`broadside:${type}`, (event) => {
          const { code = 'ready' } = (event as CustomEvent<{ code?: string }>).detail;
          told.push(`${(event.target as HTMLElement).id}: ${code}`);
        });
    });
    await before?.(page);
    await page.goto(host.url());
    return { page, errors };
  }

  function codes(page: Page, count: number): Promise<string[]> {
    return page
      .waitForFunction((count) => {
        const { codes } = globalThis as unknown as { codes: string[] };
        return codes.length >= count ? codes : undefined;
      }, count)
      .then(async (found) => (await found.jsonValue()) as string[]);
  }

  test('is shown from any server, with links to its publisher’s, and turns to another language', async (t) => {
    const publisher = await Site.start(t);
    const key = buildSigned(t, publisher);
    const mirror = await Site.start(t);
    for (const name of ['article.json', 'article.sig.json'])
      mirror.put(`cdn/tale/${name}`, publisher.file(`tale/${name}`));
    const tags = `<broadside-article id="a" src="${mirror.url('cdn/tale/article.json')}" key="${signer.key} ${key}"
      not-before="2026-03-14"><p>The fallback</p></broadside-article>`;
    const { page, errors } = await open(t, publisher, tags);
    await page.getByRole('heading', { name: 'A Tale' }).waitFor();
    const link = page.getByRole('link', { name: 'Another' });
    assert.equal(await link.evaluate((node) => (node as HTMLAnchorElement).href), publisher.url('other/en/'));
    const seen = await page.evaluate(
      (key) => localStorage.getItem(key),
      `broadside:signed:${mirror.url('cdn/tale/article.json')}`,
    );
    assert.equal(seen, '2026-03-14T00:00:00Z');

    const right = publisher.file('tale/es.json');
    publisher.put('tale/es.json', right.toString().replace('Érase', 'Hubo'));
    await page.getByRole('link', { name: 'Español' }).click();
    await page.getByText('The translation could not be loaded').waitFor();
    assert.ok(await page.getByRole('heading', { name: 'A Tale' }).isVisible());
    publisher.put('tale/es.json', right);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Un cuento' }).waitFor();
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /broadside: signature: the signature does not sign this es\.json/);
  });

  test('is not shown if the signature is not right, and the reader is told why', async (t) => {
    const publisher = await Site.start(t);
    const longest = (json: string): string => {
      const padded = (room: number): string => signer.file(statementOn(json, { padding: 'x'.repeat(room) }));
      return padded(Math.floor((longestSignature - padded(0).length) * 0.75) - 2);
    };
    const long = articleJson(publisher, 'long', 'The title of long');
    assert.ok(longest(long).length > longestSignature - 8);
    const stranger = new Signer();
    const json = (id: string): string => articleJson(publisher, id, `The title of ${id}`);
    putSigned(publisher, 'right');
    putSigned(publisher, 'long', { signature: longest(long) });
    putSigned(publisher, 'unsigned', { signature: null });
    putSigned(publisher, 'stranger', { signature: stranger.file(statementOn(json('stranger'))) });
    putSigned(publisher, 'changed', { sent: `${json('changed')} ` });
    putSigned(publisher, 'swapped', { sent: json('right'), signature: signer.file(statementOn(json('right'))) });
    putSigned(publisher, 'unread', { signature: signer.file(statementOn(json('unread'), { broadside: 2 })) });
    for (const id of ['bounded', 'seen', 'keyless', 'wrong-key', 'dateless']) putSigned(publisher, id);
    const attributes: Record<string, string> = {
      bounded: `key="${signer.key}" not-before="2026-03-15"`,
      keyless: 'key=""',
      'wrong-key': `key="${stranger.key}"`,
      dateless: `key="${signer.key}" not-before="soon"`,
    };
    const names = 'right long unsigned stranger changed swapped unread bounded seen keyless wrong-key dateless'.split(
      ' ',
    );
    const tags = names.map(
      (id) => `<broadside-article id="${id}" src="${publisher.url(`${id}/article.json`)}"
        ${attributes[id] ?? `key="${signer.key}"`}><p>The fallback of ${id}</p></broadside-article>`,
    );
    const { page } = await open(t, publisher, tags.join(''), (page) =>
      page.addInitScript(
        (key) => {
          localStorage.setItem(key, '2026-03-14T00:00:01Z');
        },
        `broadside:signed:${publisher.url('seen/article.json')}`,
      ),
    );
    const told = await codes(page, names.length + 2);
    assert.deepEqual(told.filter((line) => !line.endsWith(': attribute')).sort(), [
      'bounded: outdated',
      'changed: signature',
      'dateless: signature',
      'keyless: signature',
      'long: ready',
      'right: ready',
      'seen: outdated',
      'stranger: signature',
      'swapped: signature',
      'unread: signature',
      'unsigned: signature',
      'wrong-key: signature',
    ]);
    assert.deepEqual(told.filter((line) => line.endsWith(': attribute')).sort(), [
      'dateless: attribute',
      'keyless: attribute',
    ]);
    const shown = (id: string): Promise<string> =>
      page.locator(`#${id}`).evaluate((node) => node.shadowRoot?.textContent ?? '');
    for (const id of ['right', 'long']) assert.match(await shown(id), new RegExp(`The title of ${id}`));
    for (const id of names.slice(2)) {
      await page.getByText(`The fallback of ${id}`, { exact: true }).waitFor();
      assert.doesNotMatch(await shown(id), /The title/, id);
      const why = /bounded|seen/.test(id)
        ? 'only an old version of it arrived'
        : 'its digital signature is missing or wrong';
      await page.locator(`#${id}`).getByText(`This article is not shown, because ${why}.`).waitFor();
    }

    // The mended article comes at the reader's next try.
    putSigned(publisher, 'unsigned');
    await page.locator('#unsigned').getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The title of unsigned' }).waitFor();
  });

  test('is held to what the host says later, and to its signature whenever it is fetched', async (t) => {
    const publisher = await Site.start(t);
    putSigned(publisher, 'tale');
    const tags = `<broadside-article id="tale" src="${publisher.url('tale/article.json')}"><p>The fallback</p></broadside-article>`;
    const { page } = await open(t, publisher, tags);
    const element = page.locator('#tale');
    const title = page.getByRole('heading', { name: 'The title of tale' });
    const set = (name: string, value: string): Promise<void> =>
      element.evaluate(
        (node, [name, value]) => {
          node.setAttribute(name, value);
        },
        [name, value] as const,
      );
    await title.waitFor();
    await set('key', new Signer().key);
    await element.getByText('its digital signature is missing or wrong').waitFor();
    assert.equal(await title.count(), 0);
    await element.evaluate((node, key) => {
      Object.assign(node, { publicKey: key });
    }, signer.key);
    await title.waitFor();
    assert.equal(await page.getByText('The fallback').isVisible(), false);
    await set('not-before', '2027-01-01');
    await element.getByText('only an old version of it arrived').waitFor();
    await set('not-before', '2026-01-01');
    await title.waitFor();

    const later = await codes(page, 5);
    assert.deepEqual(
      later,
      ['ready', 'signature', 'ready', 'outdated', 'ready'].map((code) => `tale: ${code}`),
    );
    publisher.put('tale/article.json', articleJson(publisher, 'tale', 'Another title'));
    await element.evaluate((node) => (node as HTMLElementTagNameMap['broadside-article']).reload());
    assert.equal((await codes(page, 6)).at(-1), 'tale: signature');
    assert.ok(await title.isVisible());
    putSigned(publisher, 'tale', { title: 'Another title' });
    await element.evaluate((node) => (node as HTMLElementTagNameMap['broadside-article']).reload());
    await page.getByRole('heading', { name: 'Another title' }).waitFor();
  });

  test('is not shown where it cannot be verified, and is there for a div and in the reader’s language', async (t) => {
    const publisher = await Site.start(t);
    putSigned(publisher, 'tale');
    const tags = `<div id="tale" lang="es" data-broadside-article="${publisher.url('tale/article.json')}"
      data-broadside-key="${signer.key}"><p>The fallback</p></div>`;
    const { page } = await open(t, publisher, tags, (page) =>
      page.addInitScript(() => {
        // So it is in pages that are not secure.
        Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });
      }),
    );
    await page
      .getByText('Este artículo no se muestra porque este navegador no puede comprobar su firma digital.')
      .waitFor();
    assert.ok(await page.getByText('The fallback').isVisible());
    assert.equal(await page.getByText('The title of tale').count(), 0);
    assert.deepEqual(await codes(page, 1), ['tale: unverifiable']);
  });

  test('is rendered on a server only if it is signed', async (t) => {
    const publisher = await Site.start(t);
    const src = publisher.url('tale/article.json');
    const json = putSigned(publisher, 'tale');
    const options = { page: 'https://host.example/', key: signer.key, notBefore: '2026-03-14' };
    assert.match(await renderArticle(src, options), /The title of tale/);
    await assert.rejects(renderArticle(src, { ...options, key: new Signer().key }), { code: 'signature' });
    await assert.rejects(renderArticle(src, { ...options, notBefore: '2026-03-15' }), { code: 'outdated' });
    publisher.put('tale/article.json', `${json} `);
    await assert.rejects(renderArticle(src, options), { code: 'signature' });
  });
});
