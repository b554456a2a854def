import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { absent, corpus } from '../support/real-articles.ts';
import { rendered, renderedByBoth } from '../support/rendered.ts';
import { Tally } from './tally.ts';

const summary = new URL('../../build/corpus.txt', import.meta.url);
const files = absent
  ? []
  : readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

describe('real articles come out the same, natively and as wasm, and whole', { skip: absent }, () => {
  const tally = new Tally();
  for (const name of files) {
    it(name, () => {
      const markdown = readFileSync(join(corpus, name), 'utf8');
      const language = basename(name, '.md');
      tally.add({
        escaped: rendered(markdown, { language, html: 'escape' }),
        dropped: renderedByBoth(markdown, { language, html: 'drop' }),
        sanitized: renderedByBoth(markdown, { language, html: 'sanitize' }),
      });
    });
  }
  after(() => {
    writeFileSync(summary, `Raw tags in ${corpus}, and what --html sanitize keeps of them\n\n${tally.table()}\n`);
  });
});
