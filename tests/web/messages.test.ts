import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'node:test';

type Words = Readonly<Record<string, string>>;

interface File {
  readonly texts: Words;
  readonly plurals: Words;
}

const folder = new URL('../../web/messages/', import.meta.url);
const tags =
  'ar be bg bn cs da de el en es fa fi fr he hi hu id it ja ko ms nb nl pl pt ro ru sv sw ta tr uk vi zh-Hans zh-Hant';

function read(tag: string): File {
  const members = JSON.parse(readFileSync(new URL(`${tag}.json`, folder), 'utf8')) as Record<string, unknown>;
  const texts = Object.entries(members).filter((member): member is [string, string] => typeof member[1] === 'string');
  return { texts: Object.fromEntries(texts), plurals: members['replies_title'] as Words };
}

const english = read('en');
const languages = new Map(tags.split(' ').map((tag) => [tag, read(tag)]));
const translations = [...languages].filter(([tag]) => tag !== 'en');

function everyText({ texts, plurals }: File): [name: string, text: string][] {
  const cases = Object.entries(plurals).map(([category, text]): [string, string] => [
    `replies_title ${category}`,
    text,
  ]);
  return [...Object.entries(texts), ...cases];
}

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** Returns the categories that a number of replies can have; some, such as Polish “other”, apply only to fractions. */
function integerCategories(tag: string): string[] {
  const rules = new Intl.PluralRules(tag);
  const small = Array.from({ length: 1000 }, (_, i) => i);
  const large = Array.from({ length: 2000 }, (_, i) => (i + 1) * 1000);
  return [...new Set([...small, ...large].map((count) => rules.select(count)))].sort();
}

// The messages that a language writes as English does.
const sameAsEnglish = new Map<string, readonly string[]>([
  ['code', ['de', 'fr', 'nl']],
  ['name', ['de']],
  ['email', ['cs', 'da', 'fr', 'hu', 'nl', 'pl', 'pt', 'ro']],
  ['website', ['de']],
  ['alert_tip', ['cs', 'da', 'nl']],
  ['alert_important', ['fr', 'ro']],
]);

await suite('The interface’s words', async () => {
  await test('are complete in every language', () => {
    const files = readdirSync(folder).map((name) => name.replace('.json', ''));
    assert.deepEqual(files.sort(), [...languages.keys()].sort());
  });

  for (const [tag, file] of languages) {
    await test(`${tag}: state what they were checked against, and have the members of English in the same order`, () => {
      assert.deepEqual(Object.keys(file.texts), Object.keys(english.texts));
      assert.equal(file.texts['language'], tag);
      assert.match(file.texts['about'] ?? '', /\.$/);
    });

    await test(`${tag}: have the plural categories of the language`, () => {
      assert.deepEqual(Object.keys(file.plurals).sort(), integerCategories(tag));
      for (const [category, text] of Object.entries(file.plurals)) {
        const spelledOut = ['zero', 'one', 'two'].includes(category) && placeholders(text).length === 0;
        if (!spelledOut) assert.deepEqual(placeholders(text), ['{count}'], category);
      }
    });

    await test(`${tag}: use typographic marks, and have no white space around them`, () => {
      for (const [name, text] of everyText(file)) {
        assert.doesNotMatch(text, /['"`]|\.\.\./, name);
        assert.equal(text, text.trim(), name);
        assert.notEqual(text, '', name);
      }
    });

    await test(`${tag}: do not end a sentence with two full stops`, () => {
      const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', calendar: 'gregory' }).format(0);
      if (!date.endsWith('.')) return;
      for (const [name, text] of everyText(file)) assert.doesNotMatch(text, /date\}\./, name);
    });
  }

  for (const [tag, file] of translations) {
    await test(`${tag}: keep English’s placeholders`, () => {
      for (const [name, text] of Object.entries(file.texts))
        assert.deepEqual(placeholders(text), placeholders(english.texts[name] ?? ''), name);
    });

    await test(`${tag}: keep the Markdown of the hint`, () => {
      assert.match(
        file.texts['text_hint'] ?? '',
        /(?<!\*)\*[^*]+\*(?!\*).*\*\*[^*]+\*\*.*> .*\[.+\]\(https:\/\/example\.com\)/,
      );
    });

    await test(`${tag}: are translated`, () => {
      const same = Object.keys(file.texts).filter((name) => file.texts[name] === english.texts[name]);
      const known = [...sameAsEnglish].filter(([, where]) => where.includes(tag)).map(([name]) => name);
      assert.deepEqual(same, known);
    });
  }

  await test('fr: set a narrow no-break space before : ; ! and ?', () => {
    for (const [name, text] of everyText(languages.get('fr') ?? english))
      if (name !== 'about') assert.doesNotMatch(text.replaceAll('https:', ''), /[^\u202f][:;!?]/, name);
  });
});
