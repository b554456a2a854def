import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { broadside } from '../support/command.ts';
import { wasmAnswer } from '../support/core.ts';
import { parsed, textOf, type Tree } from '../support/document.ts';

// The document that Broadside's first article was modelled on; it is not part of the project.
const folder = new URL('../../../shared/seeds/', import.meta.url).pathname;
const absent = existsSync(folder) ? false : `${folder} is not there`;
const files = absent ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('the seed documents', { skip: absent }, () => {
  for (const name of files) {
    it(`${name} renders whole, natively and as wasm`, () => {
      const markdown = readFileSync(join(folder, name), 'utf8');
      const tree = wasmAnswer('markdown', { markdown });
      assert.equal(broadside(['render', '--to', 'tree'], markdown).trimEnd(), tree);
      assert.deepEqual(parsed(broadside(['render'], markdown)), JSON.parse(tree));

      const paragraphs = (JSON.parse(tree) as Tree).slice(1).map((child) => textOf(child as Tree));
      const lines = markdown.split(/\n\n+/).map((line) => line.trim());
      assert.deepEqual(paragraphs, lines);
    });
  }
});
