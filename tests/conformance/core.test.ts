import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Core } from '../../web/src/core/core.ts';
import { core as wasm } from '../support/core.ts';
import en from '../../web/messages/en.json' with { type: 'json' };
import es from '../../web/messages/es.json' with { type: 'json' };

const core = new Core(wasm.functions);
const base = 'https://news.example/article.json';

function document(markdown: string, messages = en): string {
  return JSON.stringify(core.document({ markdown, language: 'en', messages, base }));
}

function article(title: string, markdown = ''): string {
  const translations = { en: { title, markdown: '' } };
  const article = { broadside: 1, id: 'a', default: 'en', translations };
  return JSON.stringify(core.article({ article, markdown, language: 'en', messages: en, base }));
}

suite('the loader’s core', () => {
  test('reads Markdown of any length and any characters', () => {
    for (const text of ['', 'plain', 'né “à” 漢字 😀', 'long '.repeat(100_000).trim()]) {
      assert.ok(document(text).includes(text === '' ? '"article-body"}]' : `["p","${text}"]`));
      assert.ok(article('T', text).includes(text === '' ? '"article-body"}]' : `["p","${text}"]`));
    }
  });

  test('turns half a surrogate pair into U+FFFD, wherever it stands', () => {
    assert.ok(document('a \ud800 b \udc00').includes('"a \ufffd b \ufffd"'));
    assert.ok(article('\\udfff \ud83d').includes('\\udfff \ufffd'), 'in a title, beside what only looks like one');
    const reply = {
      id: '1',
      place: 1,
      position: '0-00000001',
      name: '\udc00',
      text: '\ud800',
      created: '2021-03-14T10:00:00Z',
    };
    const thread = core.thread({ messages: en, state: 'ready', replies: [reply], more: false });
    // The name stands above the text, and in the label of the button that answers it.
    assert.equal(JSON.stringify(thread).match(/\ufffd/g)?.length, 3);
  });

  test('uses the words of the last request', () => {
    assert.ok(document('a').includes(en.skip));
    assert.ok(document('a', es).includes(es.skip));
    assert.ok(document('a').includes(en.skip));
  });
});

suite('the core’s own part of the C library', () => {
  const answer = (options: string): string => {
    const [nameLength = 0, optionsLength = 0] = wasm.write('article', options);
    wasm.functions.view(nameLength, optionsLength, 0);
    return wasm.read();
  };
  const pictureOfWidth = (width: string): string =>
    answer(
      JSON.stringify({
        article: {
          broadside: 1,
          id: 'a',
          default: 'en',
          translations: { en: { title: 'T', markdown: '', lead: { src: 'a.png', alt: 'A', width: 0, height: 2 } } },
        },
        language: 'en',
        base,
      }).replace('"width":0', `"width":${width}`),
    );

  for (const [width, pixels] of [
    ['640', '640'],
    ['64e1', '640'],
    ['6.4E+2', '640'],
    ['640.0', '640'],
    ['64000e-2', '640'],
    ['0.00000064e9', '640'],
  ] as const)
    test(`reads ${width}`, () => {
      assert.match(pictureOfWidth(width), new RegExp(`"width":"?${pixels}\\b`));
    });
  for (const width of ['640.5', '1e-400', '-640', '20000.0001'])
    test(`refuses ${width}`, () => {
      assert.match(pictureOfWidth(width), /"article\.translations\.en\.lead\.width"/);
    });
  for (const width of ['1e400', '-1e400', '1e99999999999'])
    test(`refuses ${width} as JSON`, () => {
      assert.match(pictureOfWidth(width), /number overflow/);
    });
  test('shows a control character where JSON allows none', () => {
    assert.match(answer('{\u001f'), /<U\+001F>/);
  });
});
