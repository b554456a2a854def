import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { chooseLanguage } from '../../web/src/language/choice.ts';
import { lookup } from '../../web/src/language/lookup.ts';
import vectors from './language-vectors.json' with { type: 'json' };

suite('lookup of', () => {
  for (const { ranges, available, fallback, chosen } of vectors) {
    test(`${JSON.stringify(ranges)} in ${available.join(', ')} is ${chosen}`, () => {
      assert.equal(lookup(ranges, available, fallback ?? available[0] ?? ''), chosen);
    });
  }

  test('a list of 10,000 ranges of nonsense takes no time', { timeout: 1000 }, () => {
    const ranges = Array.from({ length: 10_000 }, (_, i) => `q-${String(i)}-`.repeat(10));
    assert.equal(lookup(ranges, ['en', 'es'], 'en'), 'en');
  });
});

suite('the language of an article is', () => {
  const tags = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}a`);
  const wishes = {
    attribute: 'aa',
    stored: 'ba',
    page: 'ca',
    browser: ['da', 'ea'],
  };

  test('what the host’s attribute says, before all', () => {
    assert.equal(chooseLanguage(wishes, tags, 'fa'), 'aa');
  });
  test('then what the reader chose before', () => {
    assert.equal(chooseLanguage({ ...wishes, attribute: null }, tags, 'fa'), 'ba');
  });
  test('then the page’s', () => {
    assert.equal(chooseLanguage({ ...wishes, attribute: null, stored: null }, tags, 'fa'), 'ca');
  });
  test('then the browser’s, in the reader’s order', () => {
    assert.equal(chooseLanguage({ ...wishes, attribute: '', stored: null, page: '' }, tags, 'fa'), 'da');
  });
  test('and the publisher’s default where nobody wants one that there is', () => {
    assert.equal(chooseLanguage({ ...wishes, browser: [] }, ['fa', 'ga'], 'ga'), 'ga');
  });
});
