import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { lintedNatively, loadLint, type Remark } from '../support/lint.ts';
import { absent, corpus } from '../support/real-articles.ts';

const summary = new URL('../../build/corpus-remarks.txt', import.meta.url);
const frontMatter = /^---[ \t]*\n[^]*?\n---[ \t]*\n/;

// Each of these remarks has been reviewed: fourteen links with a space between their brackets, headings without a space
// after their signs, links to headings with another name, and addresses that begin with "hhttps". Raw HTML is counted separately, since nearly all of it is
// the same in every language.
const known: Readonly<Record<string, number>> = {
  'broken-link': 14,
  'missing-anchor': 2,
  'unsafe-address': 3,
  'wrong-space': 2,
};

/** Returns the text with its front matter blanked, so that its lines keep their numbers. */
function body(text: string): string {
  return text.replace(frontMatter, (matter) => matter.replaceAll(/[^\n]/g, ''));
}

describe('the remarks on real articles', { skip: absent }, () => {
  it('are all true, and the same natively and as wasm', async () => {
    const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const texts = names.map((name) => body(readFileSync(join(corpus, name), 'utf8')));
    const lint = await loadLint();
    const tally = new Map<string, number>();
    const lines: string[] = [];
    for (const [index, linted] of lintedNatively('sanitize', texts).entries()) {
      assert.deepEqual(lint('sanitize', texts[index] ?? ''), linted, names[index]);
      for (const { code, line, message } of JSON.parse(linted.remarks) as Remark[]) {
        tally.set(code, (tally.get(code) ?? 0) + 1);
        if (code !== 'raw-html') lines.push(`${names[index] ?? ''}:${line}: ${code}: ${message}`);
      }
    }
    const rows = [...tally]
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => code.padEnd(20) + String(count).padStart(6));
    writeFileSync(summary, `Remarks on ${corpus}\n\n${rows.join('\n')}\n`);
    tally.delete('raw-html');
    assert.deepEqual(Object.fromEntries([...tally].sort()), known, lines.join('\n'));
  });
});
