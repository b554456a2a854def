import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rawHtmlWords } from '../../web/src/generated/rules.ts';
import { cmarkExamples } from '../support/cmark-examples.ts';
import { lintedNatively, loadLint } from '../support/lint.ts';
import { RandomMarkdown } from '../support/random-markdown.ts';

const docs = new URL('../../docs/', import.meta.url);

describe('the remarks on a text', async () => {
  const lint = await loadLint();
  const random = new RandomMarkdown(1);
  const texts = [
    '',
    '• né “à” 漢字 😀\n  ◦ b\n\n1. x\n  - y\n\n<font>z</font>\n',
    ...readdirSync(docs, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(new URL(name, docs), 'utf8')),
    ...cmarkExamples('spec.txt').map(({ markdown }) => markdown),
    ...Array.from({ length: 1000 }, () => random.next()),
  ];

  for (const mode of rawHtmlWords)
    it(`are the same natively and as wasm, and so is what mending makes of it (html: ${mode})`, () => {
      const native = lintedNatively(mode, texts);
      assert.equal(native.length, texts.length);
      for (const [index, text] of texts.entries())
        assert.deepEqual(lint(mode, text), native[index], JSON.stringify(text.slice(0, 200)));
      assert.match(native[1]?.remarks ?? '', /"code":"pasted-bullet"/);
    });
});
