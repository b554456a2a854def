import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { absent, buildRealSite, type RealSite } from '../support/real-articles.ts';
import { faultsOfHtml } from '../support/valid-html.ts';

interface Article {
  readonly translations: Record<string, { readonly url: string; readonly href?: string }>;
}

const url = 'https://guides.example/';
const schema = new URL('../../docs/article.schema.json', import.meta.url);
const conforms = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

// The author of this article ends a paragraph inside an <i> element.
const known: Readonly<Record<string, string[]>> = {
  'getting-paid/pl/index.html': ['<p> element is not permitted as content under <i> (element-permitted-content)'],
};

describe('a site of real articles', { skip: absent }, () => {
  let site: RealSite;
  const read = (path: string): string => readFileSync(join(site.folder, path), 'utf8');
  before(() => {
    site = buildRealSite(url);
  });
  after(() => {
    site.remove();
  });

  it('is built in seconds, and each article is told while it is', (t) => {
    const lines = site.log.trimEnd().split('\n');
    assert.match(lines.at(-1) ?? '', /^13 articles, 349 pages, \d+ files \(\d+ changed\), \d+ warnings in .*: \d+ ms$/);
    assert.equal(lines.filter((line) => /^[a-z-]+: en( |$)/.test(line)).length, 13);
    t.diagnostic(lines.at(-1) ?? '');
  });

  it('has every article as the schema says', () => {
    const articles = site.files.filter((path) => path.endsWith('article.json'));
    assert.equal(articles.length, 13);
    for (const path of articles) {
      const article = JSON.parse(read(path)) as Article;
      assert.ok(conforms(article), `${path}: ${JSON.stringify(conforms.errors)}`);
      for (const { href, url: page } of Object.values(article.translations))
        for (const address of [page, href ?? page])
          assert.ok(site.files.includes(fileOf(address)), `${path}: ${address} is not there`);
    }
  });

  it('has valid pages, each of which names itself and the others', async () => {
    const pages = site.files.filter((path) => /\/\w[\w-]*\/index\.html$/.test(path));
    assert.equal(pages.length, 349);
    for (const path of pages) {
      const page = read(path);
      const faults = (await faultsOfHtml(page)).map((fault) => (path in known ? withoutPlace(fault) : fault));
      assert.deepEqual(faults, known[path] ?? [], path);
      const others = pages.filter((other) => dirname(dirname(other)) === dirname(dirname(path)));
      const self = `${url}${dirname(path)}/`;
      assert.deepEqual([...page.matchAll(/<link rel="canonical" href="(.*)">/g)].map(second), [self], path);
      const alternates = [...page.matchAll(/<link rel="alternate" hreflang="(.*)" href="(.*)">/g)];
      assert.deepEqual(
        new Set(alternates.map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`)),
        new Set([
          `x-default ${url}${dirname(dirname(path))}/en/`,
          ...others.map((other) => `${other.split('/').at(-2) ?? ''} ${url}${dirname(other)}/`),
        ]),
        path,
      );
      assert.equal(page.match(/<meta property="og:locale" content="[a-z]{2,3}_[A-Z]{2}">/g)?.length, 1, path);
    }
  });
});

function fileOf(address: string): string {
  const path = address.slice(url.length);
  return path.endsWith('/') ? `${path}index.html` : path;
}

function second(match: RegExpMatchArray): string {
  return match[1] ?? '';
}

function withoutPlace(fault: string): string {
  return fault.slice(fault.indexOf(' ') + 1);
}
