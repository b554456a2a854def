import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { rendered, renderedByBoth } from '../support/rendered.ts';
import { Tally } from './tally.ts';

// Articles that people wrote, of other projects and so not part of this one: folders of Markdown files, each file named
// by its language.
const folder = process.env['BROADSIDE_CORPUS'] ?? new URL('../../../shared/corpus', import.meta.url).pathname;
const summary = new URL('../../build/corpus.txt', import.meta.url);
const absent = existsSync(folder) ? false : `${folder} is not there (BROADSIDE_CORPUS names another)`;
const files = absent
  ? []
  : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

describe('real articles come out the same, natively and as wasm, and whole', { skip: absent }, () => {
  const tally = new Tally();
  for (const name of files) {
    it(name, () => {
      const markdown = readFileSync(join(folder, name), 'utf8');
      const language = basename(name, '.md');
      tally.add({
        escaped: rendered(markdown, { language, html: 'escape' }),
        dropped: renderedByBoth(markdown, { language, html: 'drop' }),
        sanitized: renderedByBoth(markdown, { language, html: 'sanitize' }),
      });
    });
  }
  after(() => {
    writeFileSync(summary, `Raw tags in ${folder}, and what --html sanitize keeps of them\n\n${tally.table()}\n`);
  });
});
