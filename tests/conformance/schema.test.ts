import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { languageTag, longestLanguageTag, mostTranslations } from '../../web/src/generated/rules.ts';
import { wasmAnswer } from '../support/core.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
// Translations are addressed by tag, so "required" speaks of members that other branches define.
const conforms = new Ajv2020({ strict: false }).compile(read('docs/article.schema.json') as object);
const messages = read('web/messages/en.json');

function coreReads(article: unknown): boolean {
  const answer: unknown = JSON.parse(wasmAnswer('article', { article, language: 'en', messages }));
  return Array.isArray(answer);
}

const whole = {
  broadside: 1,
  id: 'north-korea',
  canonical: 'https://news.example/north-korea/en/',
  default: 'en',
  publisher: { name: 'The Desk', url: 'https://news.example/' },
  license: 'CC-BY-4.0',
  published: '2021-03-14',
  modified: '2021-03-15T10:00:00.5+05:45',
  html: 'sanitize',
  typography: 'smart',
  unknown: [1],
  translations: {
    en: {
      title: 'A title',
      dek: 'A dek',
      authors: ['A', 'B'],
      lead: { src: 'picture.svg', alt: '', caption: 'c', credit: 'd', width: 3, height: 2 },
      markdown: 'text',
      url: 'en/',
      modified: '2021-03-15',
      original: 'es',
      machine: false,
    },
    es: { href: 'es.json', url: 'es/' },
  },
  pictures: { 'map.png': { width: 640, height: 480 } },
  replies: { endpoint: 'https://replies.example/v1/articles/north-korea/replies', state: 'open' },
};

type Change = (article: Record<string, Record<string, unknown>> & Record<string, unknown>) => void;

const refused: Record<string, Change> = {
  'another version': (article) => Object.assign(article, { broadside: 2 }),
  'no id': (article) => delete article['id'],
  'an id that is a path': (article) => Object.assign(article, { id: '../x' }),
  'no translations': (article) => Object.assign(article, { translations: {} }),
  'translations as a list': (article) => Object.assign(article, { translations: [] }),
  'a tag that is none': (article) => Object.assign(article.translations as object, { 'e s': { href: 'a' } }),
  'a publisher as text': (article) => Object.assign(article, { publisher: 'The Desk' }),
  'a script as an address': (article) => Object.assign(article, { canonical: 'javascript:1' }),
  'a date in another order': (article) => Object.assign(article, { published: '14-03-2021' }),
  'a time that is none': (article) => Object.assign(article, { published: '2021-03-14T10:32:99 or soZ' }),
  'a 13th month': (article) => Object.assign(article, { published: '2021-13-14' }),
  'a time without seconds': (article) => Object.assign(article, { modified: '2021-03-14T10:32Z' }),
  'a time without its offset': (article) => Object.assign(article, { modified: '2021-03-14T10:32:05' }),
  'an offset of a day': (article) => Object.assign(article, { modified: '2021-03-14T10:32:05+24:00' }),
  'a translation of another date': (article) => Object.assign(en(article), { modified: 'soon' }),
  'an original that is no language': (article) => Object.assign(en(article), { original: 'e s' }),
  'a machine that is a text': (article) => Object.assign(en(article), { machine: 'yes' }),
  'a picture in the text without a height': (article) => Object.assign(article, { pictures: { a: { width: 1 } } }),
  'a picture in the text of no width': (article) =>
    Object.assign(article, { pictures: { a: { width: 0, height: 1 } } }),
  'a picture in the text at a script': (article) =>
    Object.assign(article, { pictures: { 'javascript:1': { width: 1, height: 1 } } }),
  'replies without an endpoint': (article) => delete (article.replies as Record<string, unknown>)['endpoint'],
  'replies in an unknown state': (article) => Object.assign(article.replies as object, { state: 'maybe' }),
  'an unknown mode for raw HTML': (article) => Object.assign(article, { html: 'allow' }),
  'an unknown typography': (article) => Object.assign(article, { typography: 1 }),
  'a translation without a title': (article) => delete en(article)['title'],
  'a translation without text': (article) => delete en(article)['markdown'],
  'an author that is a number': (article) => Object.assign(en(article), { authors: ['A', 1] }),
  'a picture without an address': (article) => Object.assign(en(article), { lead: { alt: '' } }),
  'a picture of no width': (article) => Object.assign(en(article), { lead: { src: 'a', width: 0 } }),
  'a title of 1,001 letters': (article) => Object.assign(en(article), { title: 'a'.repeat(1001) }),
};

function en(article: Record<string, unknown>): Record<string, unknown> {
  return (article['translations'] as Record<string, Record<string, unknown>>)['en'] ?? {};
}

suite('the schema has the limits of the core', () => {
  const schema = read('docs/article.schema.json') as {
    properties: { translations: { maxProperties: number } };
    $defs: { language: { pattern: string; maxLength: number } };
  };

  test('on translations', () => {
    assert.equal(schema.properties.translations.maxProperties, mostTranslations);
  });

  test('on language tags', () => {
    assert.equal(schema.$defs.language.pattern, languageTag.source);
    assert.equal(schema.$defs.language.maxLength, longestLanguageTag);
  });
});

suite('the schema and the core agree on article.json', () => {
  test('that has every member', () => {
    assert.equal(coreReads(whole), true);
    assert.equal(conforms(whole), true);
  });

  for (const [what, change] of Object.entries(refused)) {
    test(`that has ${what}`, () => {
      const article = structuredClone(whole) as unknown as Parameters<Change>[0];
      change(article);
      assert.equal(coreReads(article), false);
      assert.equal(conforms(article), false);
    });
  }
});
