import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { textOf, type Tree } from '../support/document.ts';
import { renderedByBoth } from '../support/rendered.ts';

// The document that Broadside's first article was modelled on; it is not part of the project.
const folder = new URL('../../../shared/seeds/', import.meta.url).pathname;
const absent = existsSync(folder) ? false : `${folder} is not there`;
const files = absent ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('the seed documents', { skip: absent }, () => {
  for (const name of files) {
    it(`${name} renders whole, natively and as wasm`, () => {
      const markdown = readFileSync(join(folder, name), 'utf8');
      const tree = renderedByBoth(markdown);

      const paragraphs = tree.slice(1).map((child) => textOf(child as Tree));
      const lines = markdown.split(/\n\n+/).map((line) => line.trim());
      assert.deepEqual(paragraphs, lines);
    });
  }
});
