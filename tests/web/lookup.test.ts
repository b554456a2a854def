import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { chooseLanguage } from '../../web/src/language/choice.ts';
import { lookup } from '../../web/src/language/lookup.ts';
import vectors from '../data/language-vectors.json' with { type: 'json' };

for (const { about, vectors: group } of vectors) {
  suite(about, () => {
    for (const { ranges, available, fallback, chosen } of group as Vector[]) {
      test(`${JSON.stringify(ranges)} in ${available.join(', ')} is ${chosen}`, () => {
        assert.equal(lookup(ranges, available, fallback ?? available[0] ?? ''), chosen);
      });
    }
  });
}

interface Vector {
  readonly ranges: readonly string[];
  readonly available: readonly string[];
  /** If it is not given, the first available language is used. */
  readonly fallback?: string;
  readonly chosen: string;
}

// Wikia/mobile-wiki#764: a list of 10 kB costs at most a millisecond. The best of several tries shows the code's own
// time.
suite('a list of 10 kB is looked up within a millisecond:', () => {
  const lists = {
    'one long tag': ['q-'.repeat(5000)],
    'one long something': ['💥'.repeat(5000)],
    'many tags of no language': Array.from({ length: 1000 }, (_, i) => `q${String(i)}-Latn-US`),
    'many tags of a language that there is not': Array.from({ length: 1500 }, () => 'pt-BR'),
    'much that is no tag': Array.from({ length: 1500 }, (_, i) => `;q=${String(i)}`),
  };
  for (const [what, ranges] of Object.entries(lists)) {
    test(what, () => {
      const times = Array.from({ length: 50 }, () => {
        const start = performance.now();
        assert.equal(lookup(ranges, ['en', 'es'], 'en'), 'en');
        return performance.now() - start;
      });
      assert.ok(Math.min(...times) < 1, `${Math.min(...times)} ms`);
    });
  }
});

suite('the language of an article is', () => {
  const tags = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}a`);
  const wishes = {
    attribute: 'aa',
    stored: 'ba',
    page: 'ca',
    browser: ['da', 'ea'],
  };

  test('that of the host’s attribute, before all others', () => {
    assert.equal(chooseLanguage(wishes, tags, 'fa'), 'aa');
  });
  test('then the reader’s earlier choice', () => {
    assert.equal(chooseLanguage({ ...wishes, attribute: null }, tags, 'fa'), 'ba');
  });
  test('then the page’s', () => {
    assert.equal(chooseLanguage({ ...wishes, attribute: null, stored: null }, tags, 'fa'), 'ca');
  });
  test('then the browser’s, in the reader’s order', () => {
    assert.equal(chooseLanguage({ ...wishes, attribute: '', stored: null, page: '' }, tags, 'fa'), 'da');
  });
  test('and the publisher’s default if none of these is available', () => {
    assert.equal(chooseLanguage({ ...wishes, browser: [] }, ['fa', 'ga'], 'ga'), 'ga');
  });
});

test('the lookup asks for what is likely only of tags in the reader’s language', (t) => {
  const { mock } = t.mock.method(Intl.Locale.prototype as Intl.Locale, 'maximize');
  const available = ['en', 'de', 'fr', 'pt-BR', 'pt-PT', 'zh-Hans'];
  assert.equal(lookup(['en'], available, 'de'), 'en');
  assert.equal(mock.callCount(), 0);
  assert.equal(lookup(['pt'], available, 'de'), 'pt-BR');
  assert.deepEqual(new Set(mock.calls.map((call) => String(call.this))), new Set(['pt', 'pt-BR']));
});
