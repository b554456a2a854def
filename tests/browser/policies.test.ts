import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, useBrowser } from '../support/browser.ts';
import { Site } from '../support/site.ts';
import { World } from '../support/world.ts';
import { engine, type EngineName, lacks } from './engines/engine.ts';

interface Addresses {
  readonly publisher: string;
  /** The loader's hash and that of the core as JavaScript, as in a policy. */
  readonly loaderHash: string;
  readonly scriptHash: string;
  /** This is `'wasm-unsafe-eval'` or empty. */
  readonly wasm: string;
}

type Headers = Readonly<Record<string, string>>;

interface Policy {
  readonly headers: (addresses: Addresses) => Headers;
  /** The engines in which the core does not run as JavaScript either if WebAssembly is not allowed. */
  readonly treesOnly?: readonly EngineName[];
  readonly sandbox?: boolean;
  /** The number of pictures that the policy lets through; all are two. */
  readonly pictures?: number;
  readonly lacks?: Parameters<typeof lacks>[0];
}

const csp = (policy: string): Headers => ({ 'content-security-policy': policy });
const noTrustedScript = 'it checks the bytes of a script element alone, which may not be given an address here';
const all: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

const policies: Readonly<Record<string, Policy>> = {
  'script-src by nonce': { headers: ({ wasm }) => csp(`script-src 'nonce-n' ${wasm}`) },
  'script-src by nonce, with strict-dynamic': {
    headers: ({ wasm }) => csp(`script-src 'nonce-n' 'strict-dynamic' ${wasm}`),
  },
  'script-src by hosts': { headers: ({ wasm, publisher }) => csp(`script-src ${publisher} ${wasm}`) },
  'script-src by the loader’s hash alone': {
    headers: ({ wasm, loaderHash }) => csp(`script-src '${loaderHash}' ${wasm}`),
    treesOnly: all,
  },
  'script-src by the hashes of both': {
    headers: ({ wasm, loaderHash, scriptHash }) => csp(`script-src '${loaderHash}' '${scriptHash}' ${wasm}`),
  },
  'script-src by hash, with strict-dynamic': {
    headers: ({ wasm, loaderHash }) => csp(`script-src '${loaderHash}' 'strict-dynamic' ${wasm}`),
  },
  'Integrity-Policy': {
    headers: ({ wasm, publisher }) => ({
      ...csp(`script-src ${publisher} ${wasm}`),
      'integrity-policy': 'blocked-destinations=(script)',
    }),
  },
  'Trusted Types': {
    headers: ({ wasm }) =>
      csp(`script-src 'nonce-n' ${wasm}; require-trusted-types-for 'script'; trusted-types 'none'`),
    treesOnly: ['webkit'], // noTrustedScript
  },
  'style-src, img-src and connect-src': {
    headers: ({ wasm, publisher }) =>
      csp(
        `default-src 'none'; base-uri 'none'; script-src 'nonce-n' ${wasm}; style-src 'self'; img-src ${publisher}; connect-src ${publisher}`,
      ),
    pictures: 1,
  },
  'Cross-Origin-Embedder-Policy': {
    headers: ({ wasm, publisher }) => ({
      ...csp(`script-src ${publisher} ${wasm}`),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }),
  },
  'a sandboxed frame': {
    headers: ({ wasm, publisher }) => csp(`script-src ${publisher} ${wasm}`),
    sandbox: true,
  },
};

const dist = join(import.meta.dirname, '../../web/dist');
const scriptCore = /broadside-core\.\w+\.js$/;

/** A publisher with an article in two languages, a Markdown file, and pictures at two servers; and a host with a page of both. */
class Pages {
  readonly host: Site;
  readonly publisher: Site;
  readonly loader: string;

  private constructor(host: Site, publisher: Site, elsewhere: Site) {
    this.host = host;
    this.publisher = publisher;
    this.loader = publisher.putLoader();
    for (const site of [publisher, elsewhere])
      site.put('picture.svg', (_, response) => {
        response.writeHead(200, { 'content-type': 'image/svg+xml', 'cross-origin-resource-policy': 'cross-origin' });
        response.end('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>');
      });
    const pictures = [publisher, elsewhere].map((site) => site.url('picture.svg'));
    publisher.put('text.md', `# From Markdown\n\n${pictures.map((src) => `![A picture](${src})`).join('\n')}\n`);
    publisher.put('article.json', JSON.stringify(article(pictures)));
    publisher.put('replies', JSON.stringify({ replies: [], next: null }));
  }

  static async start(t: TestContext): Promise<Pages> {
    return new Pages(await Site.start(t), await Site.start(t), await Site.start(t));
  }

  /** The integrity of a file of the loader. */
  integrity(name: RegExp): string {
    const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as { files: Record<string, string> };
    return Object.entries(manifest.files).find(([file]) => name.test(file))?.[1] ?? '';
  }

  /** Serves the host's page with the policy's headers, and returns its address. */
  put(policy: Policy, isWebAssembly: boolean): string {
    const addresses = {
      publisher: new URL(this.publisher.url()).origin,
      loaderHash: this.integrity(/broadside\.js/),
      scriptHash: this.integrity(scriptCore),
      wasm: isWebAssembly ? "'wasm-unsafe-eval'" : '',
    };
    this.host.put('page', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...policy.headers(addresses) });
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<broadside-article src="${this.publisher.url('article.json')}"><p>Instead of the article</p></broadside-article>
<broadside-article src="${this.publisher.url('text.md')}"><p>Instead of the text</p></broadside-article>
<script async nonce="n" crossorigin="anonymous" integrity="${addresses.loaderHash}" src="${this.loader}"></script>`);
    });
    this.host.put('frame', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><iframe sandbox="allow-scripts" src="page" width="900" height="900"></iframe>');
    });
    return this.host.url(policy.sandbox === true ? 'frame' : 'page');
  }
}

/** Returns an article with a finished tree in English, which has these pictures, and one in Spanish. */
function article(pictures: readonly string[]): object {
  const view = (lang: string, title: string, other: string, body: readonly unknown[]): unknown => [
    'article',
    { class: 'article', lang, dir: 'ltr' },
    ['h1', { class: 'title' }, title],
    ['p', { class: 'switch' }, ['a', { href: `${other}/`, hreflang: other, lang: other }, `To ${other}`]],
    ['div', { class: 'body', id: 'article-body' }, ...body],
  ];
  const images = pictures.map((src) => ['p', ['img', { src, alt: 'A picture' }]]);
  return {
    broadside: 1,
    id: 'an-article',
    default: 'en',
    publisher: { name: 'The Publisher' },
    translations: {
      en: { title: 'A title', markdown: 'Text.', url: 'en/', view: view('en', 'A title', 'es', images) },
      es: { title: 'Un título', markdown: 'Texto.', url: 'es/', view: view('es', 'Un título', 'en', []) },
    },
    replies: { endpoint: 'replies', state: 'open' },
  };
}

declare global {
  /** Each violation of the page's policy: the directive and the address that was refused. */
  var violations: string[];
}

/** The page as a reader finds it who switches the article to Spanish and goes to its replies. */
interface Found {
  readonly english: string;
  readonly pictures: number;
  readonly spanish: string;
  readonly replies: string;
  readonly display: string;
  readonly markdown: string;
  readonly violations: readonly string[];
}

/** Reads the page as a reader does. It runs in the page, in one call, which is much faster than many. */
async function read(): Promise<Found> {
  const [article, text] = [...document.querySelectorAll('broadside-article')];
  const end = performance.now() + 60_000;
  async function until<Result>(what: string, find: () => Result | undefined | null | false): Promise<Result> {
    for (; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const found = find();
      if (found !== undefined && found !== null && found !== false) return found;
    }
    throw new Error(`${what} does not come: ${violations.join(', ')}`);
  }
  const inArticle = (selector: string): HTMLElement | null | undefined => article?.shadowRoot?.querySelector(selector);
  const textOf = (selector: string): string => inArticle(selector)?.textContent ?? '';
  await until('the article', () => inArticle('h1'));
  const images = [...(article?.shadowRoot?.querySelectorAll('img') ?? [])];
  await until('an answer to each picture', () => images.every(({ complete }) => complete));
  const english = textOf('h1');
  const pictures = images.filter(({ naturalWidth }) => naturalWidth > 0).length;
  (inArticle('.switch a') as HTMLElement).click();
  await until('the Spanish article', () => textOf('h1') !== english);
  const spanish = textOf('h1');
  inArticle('.broadside > p.waiting > button')?.click();
  // The Spanish words may come after the form.
  const replies = await until('the form or what is in its place', () =>
    textOf('form h2') === 'Leave a Reply' ? undefined : inArticle('form h2, .broadside > p.status > a'),
  );
  const rendered = await until('the Markdown or why there is none', () =>
    text?.shadowRoot?.querySelector('h1, [role=alert]'),
  );
  const instead = text?.querySelector('p');
  const markdown = (instead?.getClientRects().length === 0 ? rendered : instead)?.textContent ?? '';
  // Violations are reported after what caused them.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    ...{ english, pictures, spanish, markdown, violations },
    replies: (replies.getAttribute('href') ?? replies.textContent).trim(),
    display: getComputedStyle(inArticle('.broadside') as HTMLElement).display,
  };
}

async function open(page: Page, address: string, isFrame: boolean): Promise<Found> {
  await page.goto(address);
  if (!isFrame) return page.evaluate(read);
  await page.frameLocator('iframe').locator('broadside-article').first().waitFor({ state: 'attached' });
  const frame = page.frames().find((frame) => frame !== page.mainFrame());
  if (!frame) throw new Error('The frame does not come.');
  return frame.evaluate(read);
}

interface Visited {
  readonly pages: Pages;
  readonly page: Page;
  readonly errors: string[];
  readonly policy: Policy;
  readonly isWebAssembly: boolean;
}

/** The violations that a browser reports, by their kind. It asks for the page's icon by itself. */
function counted(violations: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const violation of violations.filter((violation) => !violation.endsWith('/favicon.ico'))) {
    const kind = kinds.find(([, pattern]) => pattern.test(violation))?.[0] ?? violation;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['webAssembly', /^script-src wasm-eval$/],
  ['import', /^(script-src-elem .*broadside-core\.\w+\.js|require-trusted-types-for trusted-types-sink)$/],
  ['picture', /^img-src .*picture\.svg$/],
];

suite('under a policy', () => {
  const visitors = useBrowser();

  for (const [name, policy] of Object.entries(policies))
    test(name, lacks(policy.lacks ?? {}), async (t) => {
      const pages = await Pages.start(t);
      const page = await visitors.open();
      await page.addInitScript(() => {
        globalThis.violations = [];
        // The language that was chosen on the visit before; a sandboxed frame has no storage.
        if (origin !== 'null') localStorage.clear();
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          violations.push(`${effectiveDirective} ${blockedURI}`);
        });
      });
      const errors = errorsOf(page);
      for (const isWebAssembly of [true, false]) await assertRead({ pages, page, errors, policy, isWebAssembly });
    });
});

suite('under the strictest policy', () => {
  const visitors = useBrowser();

  for (const wasm of ["'wasm-unsafe-eval'", ''])
    test(
      `a reply is previewed and sent, with the core as ${wasm === '' ? 'JavaScript' : 'WebAssembly'}`,
      lacks(wasm === '' ? { webkit: noTrustedScript } : {}),
      async (t) => {
        const world = await World.start(t);
        world.show(`<broadside-article src="${world.src}"></broadside-article>`, 'nonce="n"');
        world.host.policy = [
          "default-src 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
          `script-src 'nonce-n' 'strict-dynamic' ${wasm}`,
          "style-src 'self'",
          "base-uri 'none'",
          `connect-src ${new URL(world.src).origin}`,
        ].join('; ');
        const { page, errors } = await world.open(visitors);
        await page.getByRole('link', { name: 'To es' }).click();
        await page.getByRole('heading', { name: 'Un título' }).waitFor();
        await page.getByLabel('Nombre').fill('Ana');
        await page.getByLabel('Correo').fill('ana@example.com');
        await page.getByLabel('Su respuesta').fill('Una *respuesta*');
        await page.getByRole('button', { name: 'Vista previa' }).click();
        await page.locator('.preview em').waitFor();
        await page.getByRole('button', { name: 'Enviar respuesta' }).click();
        await page.locator('.reply em').waitFor();
        // Firefox and Chromium tell of the question whether WebAssembly is allowed in their own words.
        assert.deepEqual(
          errors.filter((error) => wasm !== '' || !/WebAssembly/.test(error)),
          [],
        );
      },
    );
});

suite('the files that a page loads', () => {
  const sinks =
    /\.(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe|cssText)\b|document\.write|\beval\(|\bnew Function|\bFunction\(|setAttribute\(["'](style|on)|set(Timeout|Interval)\(["'`]|createElement\(["']style/;

  for (const name of readdirSync(dist).filter((name) => name.endsWith('.js')))
    test(`${name.replace(/\.\w{16}\./, '.')} gives no text to anything that runs or parses it`, () => {
      assert.doesNotMatch(readFileSync(join(dist, name), 'utf8'), sinks);
    });
});

/** Reads the page under a policy, and asserts that it shows what it can and that the browser reports nothing else. */
async function assertRead({ pages, page, errors, policy, isWebAssembly }: Visited): Promise<void> {
  errors.length = 0;
  pages.publisher.asked.length = 0;
  const { violations, ...found } = await open(page, pages.put(policy, isWebAssembly), policy.sandbox === true);
  const hasCore = isWebAssembly || policy.treesOnly?.includes(engine) !== true;
  const expected = {
    english: 'A title',
    pictures: policy.pictures ?? 2,
    spanish: 'Un título',
    replies: hasCore ? 'Deje una respuesta' : pages.publisher.url('es/'),
    display: 'block',
    markdown: hasCore ? 'From Markdown' : 'Instead of the text',
  };
  assert.deepEqual(found, expected);
  const cores = pages.publisher.asked.filter((path) => path.includes('broadside-core'));
  assert.ok(
    cores.every((path) => path.endsWith(isWebAssembly ? '.wasm' : '.js')),
    cores.join(', '),
  );
  const { picture = 0, ...others } = counted(violations);
  assert.equal(picture > 0, policy.pictures !== undefined);
  const allowed = isWebAssembly ? [] : ['webAssembly', ...(hasCore ? [] : ['import'])];
  for (const [kind, count] of Object.entries(others))
    assert.ok(allowed.includes(kind) && count === 1, violations.join());
  // A browser that has only just been started may be late.
  const told = errors.filter((error) => /^broadside: (?!core: no answer within)/.test(error));
  if (hasCore) assert.deepEqual(told, []);
  for (const line of told)
    assert.match(line, /^broadside: webassembly: .*add 'wasm-unsafe-eval' to script-src.*allow .*\.js in script-src/);
}
