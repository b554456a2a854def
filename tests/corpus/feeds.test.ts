import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { absent, buildRealSite, type RealSite } from '../support/real-articles.ts';

const url = 'https://guides.example/';

describe('the feeds and sitemaps of real articles', { skip: absent }, () => {
  let site: RealSite;
  let languages: readonly string[];
  const read = (path: string): string => readFileSync(join(site.folder, path), 'utf8');
  before(() => {
    site = buildRealSite(url, (text) => text.replace(/^---\n/, '---\npublished: 2021-03-14\n'));
    languages = site.files.flatMap((name) => /^feed\.([\w-]+)\.xml$/.exec(name)?.[1] ?? []);
  });
  after(() => {
    site.remove();
  });

  it('are well-formed XML', () => {
    const files = site.files.filter((name) => name.endsWith('.xml')).map((name) => join(site.folder, name));
    assert.equal(files.length, 2 * (29 + 1) + 1);
    const { status, stderr } = spawnSync('xmllint', ['--noout', ...files], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('say the same in the three forms, as a feed reader takes them', () => {
    assert.equal(languages.length, 29);
    for (const language of languages) {
      const rss = parseRssFeed(read(`feed.${language}.xml`));
      const atom = parseAtomFeed(read(`atom.${language}.xml`));
      const json = parseJsonFeed(read(`feed.${language}.json`));
      const fromJson = (json.items ?? []).map((item) => [
        item.id,
        item.title,
        item.url,
        item.content_html,
        item.summary,
      ]);
      assert.ok(fromJson.length > 0, language);
      assert.deepEqual(
        (rss.items ?? []).map((item) => [
          item.guid?.value,
          item.title,
          item.link,
          item.content?.encoded,
          item.description,
        ]),
        fromJson,
      );
      assert.deepEqual(
        (atom.entries ?? []).map((entry) => [
          entry.id,
          entry.title?.value,
          entry.links?.[0]?.href,
          entry.content?.value,
          entry.summary?.value,
        ]),
        fromJson,
      );
      assert.equal(rss.language, language);
      assert.deepEqual([...new Set((json.items ?? []).map((item) => item.language))], [language]);
    }
  });

  it('hold the text of the pages, and only absolute addresses', () => {
    for (const language of languages)
      for (const item of parseJsonFeed(read(`feed.${language}.json`)).items ?? []) {
        const page = parse(read(`${(item.url ?? '').slice(url.length)}index.html`));
        const content = parse(item.content_html ?? '');
        const bodyOfPage = find(page, (element) => attribute(element, 'class') === 'body');
        const bodyOfItem = find(content, (element) => attribute(element, 'id') === 'article-body');
        assert.equal(textOf(bodyOfItem), textOf(bodyOfPage), item.url);
        for (const element of elementsOf(content))
          for (const name of ['href', 'src'])
            assert.match(attribute(element, name) ?? 'https://', /^(https?:\/\/|mailto:)/i, item.url);
      }
  });
});

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

function elementsOf(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return isElement(node) ? [node, ...children] : children;
}

function find(node: Tree.Node, isWanted: (element: Tree.Element) => boolean): Tree.Element {
  const found = elementsOf(node).find(isWanted);
  assert.ok(found);
  return found;
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (isElement(node) && node.tagName === 'input') return attribute(node, 'checked') === undefined ? '☐' : '☑';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
