import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { languageTag } from '../../web/src/generated/rules.ts';
import { wasmAnswer } from '../support/core.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
// Translations are addressed by tag, so "required" speaks of members that other branches define.
const schema = read('docs/article.schema.json') as {
  readonly properties: { readonly translations: { readonly maxProperties: number } };
  readonly $defs: {
    readonly language: { readonly pattern: string; readonly maxLength: number };
    readonly pixels: { readonly minimum: number; readonly maximum: number };
    readonly translation: {
      readonly else: { readonly properties: { readonly markdown: { readonly maxLength: number } } };
    };
  } & Readonly<Record<'text' | 'paragraph' | 'address', { readonly maxLength: number }>>;
};
const conforms = new Ajv2020({ strict: false }).compile(schema);
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

type Article = Record<string, Record<string, unknown>> & Record<string, unknown>;
type Change = (article: Article) => unknown;

const refused: Record<string, Change> = {
  'another version': (article) => Object.assign(article, { broadside: 2 }),
  'an id of 101 letters': (article) => Object.assign(article, { id: 'a'.repeat(101) }),
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
};

function en(article: Record<string, unknown>): Record<string, unknown> {
  return (article['translations'] as Record<string, Record<string, unknown>>)['en'] ?? {};
}

/** The members that are texts of limited length, by the definition that they have in the schema. */
const texts: readonly (readonly [
  'text' | 'paragraph' | 'address',
  string,
  (article: Article, text: string) => unknown,
])[] = [
  ['text', 'publisher.name', (article, name) => Object.assign(article.publisher as object, { name })],
  ['text', 'license', (article, license) => Object.assign(article, { license })],
  ['text', 'title', (article, title) => Object.assign(en(article), { title })],
  ['text', 'authors', (article, author) => Object.assign(en(article), { authors: [author] })],
  ['text', 'lead.credit', (article, credit) => Object.assign(en(article)['lead'] as object, { credit })],
  ['paragraph', 'dek', (article, dek) => Object.assign(en(article), { dek })],
  ['paragraph', 'lead.alt', (article, alt) => Object.assign(en(article)['lead'] as object, { alt })],
  ['paragraph', 'lead.caption', (article, caption) => Object.assign(en(article)['lead'] as object, { caption })],
  ['address', 'canonical', (article, canonical) => Object.assign(article, { canonical })],
  ['address', 'publisher.url', (article, url) => Object.assign(article.publisher as object, { url })],
  ['address', 'url', (article, url) => Object.assign(en(article), { url })],
  ['address', 'href', (article, href) => Object.assign(en(article), { href })],
  ['address', 'lead.src', (article, src) => Object.assign(en(article)['lead'] as object, { src })],
  ['address', 'pictures', (article, src) => Object.assign(article, { pictures: { [src]: { width: 1, height: 1 } } })],
  ['address', 'replies.endpoint', (article, endpoint) => Object.assign(article.replies as object, { endpoint })],
];

/** Holds the core and the schema to what they say of an article that has been changed. */
function agree(change: Change, isRight: boolean): void {
  const article = structuredClone(whole) as unknown as Article;
  change(article);
  assert.equal(coreReads(article), isRight);
  assert.equal(conforms(article), isRight);
}

suite('the schema has the limits of the core', () => {
  const { language, pixels, translation } = schema.$defs;

  for (const [definition, member, put] of texts) {
    test(`on the length of ${member}`, () => {
      const { maxLength } = schema.$defs[definition];
      agree((article) => put(article, 'a'.repeat(maxLength)), true);
      agree((article) => put(article, 'a'.repeat(maxLength + 1)), false);
    });
  }

  test('on the length of a text', () => {
    const { maxLength } = translation.else.properties.markdown;
    agree((article) => Object.assign(en(article), { markdown: 'a'.repeat(maxLength) }), true);
    agree((article) => Object.assign(en(article), { markdown: 'a'.repeat(maxLength + 1) }), false);
  });

  test('on the number of translations', () => {
    const { maxProperties } = schema.properties.translations;
    const others = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`en-x-${String(i)}`, { href: 'a.json' }]));
    const count = Object.keys(whole.translations).length;
    agree((article) => Object.assign(article.translations as object, others(maxProperties - count)), true);
    agree((article) => Object.assign(article.translations as object, others(maxProperties - count + 1)), false);
  });

  test('on sizes of pictures', () => {
    const { minimum, maximum } = pixels;
    for (const put of [
      (article: Article, width: number) => Object.assign(en(article)['lead'] as object, { width }),
      (article: Article, width: number) => Object.assign(article, { pictures: { a: { width, height: 1 } } }),
    ]) {
      for (const width of [minimum, maximum]) agree((article) => put(article, width), true);
      for (const width of [minimum - 1, maximum + 1]) agree((article) => put(article, width), false);
    }
  });

  test('on language tags', () => {
    const tag = (length: number): string => `en${'-abcdefgh'.repeat(length)}`.slice(0, length);
    agree((article) => Object.assign(en(article), { original: tag(language.maxLength) }), true);
    agree((article) => Object.assign(en(article), { original: tag(language.maxLength + 1) }), false);
    assert.equal(language.pattern, languageTag.source);
  });

  test('on ids', () => {
    agree((article) => Object.assign(article, { id: 'a'.repeat(100) }), true);
  });
});

suite('the schema and the core agree on article.json', () => {
  test('that has every member', () => {
    agree(() => undefined, true);
  });

  for (const [what, change] of Object.entries(refused)) {
    test(`that has ${what}`, () => {
      agree(change, false);
    });
  }
});
