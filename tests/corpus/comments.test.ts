import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lookup } from '../../web/src/language/lookup.ts';
import { wasmAnswer } from '../support/core.ts';
import { absent, buildRealSite, type RealSite } from '../support/real-articles.ts';

type Translation = Readonly<Record<string, unknown>> & { readonly markdown: string; readonly href?: string };
type Article = Readonly<Record<string, unknown>> & { readonly translations: Readonly<Record<string, Translation>> };

const url = 'https://guides.example/';
const messages = new URL('../../web/messages/', import.meta.url);
const tags = readdirSync(messages).map((name) => name.replace('.json', ''));
const comments = [
  '<!-- SECRET -->',
  '<!--SECRET\nSECRET-->',
  '\n\n<!--\nSECRET\n\nSECRET\n-->\n\n',
  '<!-- SECRET `a` *b* -->',
];

/** Returns the text with comments at pseudo-random positions after its front matter. */
function commented(text: string): string {
  const start = text.indexOf('\n---\n') + 5;
  let series = 1;
  const body = text.slice(start).replaceAll(/[ \n]/g, (space) => {
    series = (series * 48_271) % 2_147_483_647;
    return series % 40 === 0 ? `${space}${comments[series % comments.length] ?? ''} ` : space;
  });
  return text.slice(0, start) + body;
}

function count(text: string): number {
  return text.split('SECRET').length - 1;
}

describe('real articles with comments in all places', { skip: absent }, () => {
  let site: RealSite;
  const read = (path: string): unknown => JSON.parse(readFileSync(join(site.folder, path), 'utf8'));
  before(() => {
    site = buildRealSite(url, commented);
  });
  after(() => {
    site.remove();
  });

  it('have Markdown in their data that says no more than readers see, and renders to the very view', () => {
    let emptied = 0;
    for (const path of site.files.filter((name) => name.endsWith('article.json'))) {
      const { translations, ...rest } = read(path) as Article;
      const views = Object.entries(translations).map(([language, here]): [string, Translation] => [
        language,
        here.href === undefined ? here : (read(here.href.slice(url.length)) as Translation),
      ]);
      for (const [language, { view, markdown, ...shown }] of views) {
        const others = Object.entries(translations).map(([tag, other]) => [
          tag,
          { ...other, view: undefined, markdown: '' },
        ]);
        const own = { ...shown, markdown: '' };
        const article = { ...rest, translations: Object.fromEntries([...others, [language, own]]) as object };
        const words: unknown = JSON.parse(
          readFileSync(new URL(`${lookup([language], tags, 'en')}.json`, messages), 'utf8'),
        );
        const made = wasmAnswer('article', { article, markdown, language, messages: words, base: `${url}${path}` });
        assert.ok(JSON.stringify(JSON.parse(made)) === JSON.stringify(view), `${path} ${language}`);
        // Nothing in an attribute's value is a comment.
        const outside = markdown.replaceAll(/="[^"]*"/g, '');
        assert.ok(count(outside) <= count(made), `${path} ${language}`);
        emptied += markdown.split('<!-- -->').length - 1;
      }
    }
    assert.ok(emptied > 10_000, `${emptied} comments emptied`);
  });
});
