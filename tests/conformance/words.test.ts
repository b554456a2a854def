// The browser finds the interface's messages with Intl, the core with tables of its own, and both decide how they are
// written. These tests ask both the same questions.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { lookup } from '../../web/src/language/lookup.ts';
import { wasmAnswer } from '../support/core.ts';

interface Words {
  readonly language: string;
  readonly switch: string;
  readonly cldr: { readonly direction: string };
}

const folder = new URL('../../web/messages/', import.meta.url);
const files = new Map(
  readdirSync(folder).map((name) => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Words,
  ]),
);
const english = files.get('en');

/** Returns the core's tree of an article that is in English and in another language. */
function articleBeside(tag: string, messages: Words | undefined): string {
  const article = {
    broadside: 1,
    id: 'a',
    default: 'en',
    translations: {
      en: { title: 'A title', markdown: '', url: 'https://news.example/en/' },
      [tag]: { title: 'Another', markdown: '', url: 'https://news.example/other/' },
    },
  };
  return wasmAnswer('article', { article, markdown: '', language: 'en', messages });
}

const tags = [
  ...files.keys(),
  ...'es-419 pt-PT pt-BR en-001 fr-CA de-CH-1996 ar-EG fa-AF he-IL iw in-ID id-ID'.split(' '),
  ...'zh zh-CN zh-SG zh-TW zh-HK zh-MO zh-Hans-HK zh-Hant-CN zh-Latn cmn yue yue-Hant'.split(' '),
  ...'no nn nb-NO no-NO sr sr-Latn sr-Cyrl-RS ru-Cyrl ru-Latn hi-Latn ja-Latn ar-Latn az-Arab ku pcm sa th'.split(' '),
].filter((tag) => tag !== 'en');

suite('the interface’s words', () => {
  for (const tag of tags) {
    test(`${tag}: browser and core find the same`, () => {
      const words = files.get(lookup([tag], [...files.keys()], 'none'));
      const answer = articleBeside(tag, english);
      // A language is distinguished from another of the same name by words in brackets: "Read in English (world)".
      const found = [...files.values()].find((one) => answer.includes(JSON.stringify(one.switch).slice(0, -1)));
      assert.equal(found?.language, words?.language);
    });
  }

  for (const [tag, words] of files) {
    if (tag === 'en') continue;
    test(`${tag}: CLDR and the core have the same direction`, () => {
      const marks = JSON.stringify({ class: 'skip', lang: tag, dir: words.cldr.direction });
      assert.ok(articleBeside('es', words).includes(marks));
    });
  }
});
