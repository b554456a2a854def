import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { broadside } from '../support/command.ts';
import { wasmAnswer } from '../support/core.ts';
import { articleOf } from '../support/document.ts';
import { faultsOfHtml } from '../support/valid-html.ts';
import { wordsFor } from '../support/words.ts';

interface Article {
  readonly translations: Record<string, { readonly url: string; readonly view?: unknown }>;
}

const root = new URL('../../', import.meta.url).pathname;
const site = mkdtempSync(join(tmpdir(), 'broadside-examples-'));
after(() => {
  rmSync(site, { recursive: true });
});
broadside(['build', join(root, 'examples/publisher'), '-o', site, '--url', 'https://news.example/']);

// Returns what the loader gives to the core: the article with this translation whole, and only the addresses of the
// others.
function asLoaded(article: Article, language: string): object {
  const translations = Object.entries(article.translations).map(([tag, translation]) =>
    tag === language
      ? [tag, { ...translation, view: undefined }]
      : [tag, { url: translation.url, href: 'article.json' }],
  );
  return { ...article, translations: Object.fromEntries(translations) as object };
}

for (const id of readdirSync(join(root, 'examples/publisher/content'))) {
  const article = JSON.parse(readFileSync(join(site, id, 'article.json'), 'utf8')) as Article;
  describe(`the example ${id}`, () => {
    for (const [language, translation] of Object.entries(article.translations)) {
      it(`in ${language}: native and wasm make the same tree`, () => {
        const request = {
          article: asLoaded(article, language),
          language,
          messages: wordsFor(language),
          base: `https://news.example/${id}/article.json`,
        };
        assert.deepEqual(JSON.parse(wasmAnswer('article', request)), translation.view);
      });

      it(`in ${language}: the page shows that tree`, () => {
        const page = readFileSync(join(site, id, language, 'index.html'), 'utf8');
        assert.deepEqual(articleOf(page), translation.view);
      });

      it(`in ${language}: the page and that for frames are valid HTML`, async () => {
        for (const name of ['index.html', 'embed.html'])
          assert.deepEqual(await faultsOfHtml(readFileSync(join(site, id, language, name), 'utf8')), [], name);
      });
    }
  });
}
