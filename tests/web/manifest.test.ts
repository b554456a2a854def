import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import manifest from '../../web/custom-elements.json' with { type: 'json' };
import { attributes } from '../../web/src/element/attributes.ts';
import { parts } from '../../web/src/tree/parts.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const [element] = manifest.modules[0]?.declarations ?? [];
assert.ok(element);
const { members, cssParts, cssProperties, events } = element;
const namesOf = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name).sort();
const styling = read('docs/styling.md');

suite('the custom-elements manifest', () => {
  test('names the attributes that the element observes', () => {
    assert.deepEqual(
      namesOf(element.attributes),
      attributes.filter((name) => !/^(headinglevel|publickey|notbefore)$/.test(name)).sort(),
    );
  });

  test('names the members that the element has', () => {
    const source = read('web/src/element/properties.ts') + read('web/src/element/element.ts');
    const found = source.matchAll(/^  (?:get|static readonly|async) (\w+)(?: =|\(\))/gm);
    const own = [...found].map(([, name = '']) => name).filter((name) => name !== 'observedAttributes');
    assert.deepEqual(namesOf(members), [...own, 'lang'].sort());
  });

  test('names all events, which docs/embedding.md describes', () => {
    const typed = [...read('web/src/events/events.ts').matchAll(/'(broadside:\w+)':/g)].map(([, name = '']) => name);
    assert.deepEqual(namesOf(events), typed.sort());
    for (const name of typed) assert.ok(read('docs/embedding.md').includes(`| \`${name}\``), name);
  });

  test('names all parts, which docs/styling.md lists', () => {
    assert.deepEqual(namesOf(cssParts), [...parts, 'input'].sort());
    for (const name of [...parts, 'input']) assert.ok(styling.includes(`\`${name}\``), name);
  });

  test('names all custom properties of the style sheets, which docs/styling.md lists', () => {
    const sheets = globSync('web/styles/*.css', { cwd: root }).map((path) => read(path));
    const used = new Set(sheets.join('').match(/(?<=var\(\s*)--broadside-[\w-]+/g));
    assert.deepEqual(namesOf(cssProperties), [...used].sort());
    for (const name of used) assert.ok(styling.includes(`\`${name}\``), name);
  });

  test('is followed by the themes, which set nothing else', () => {
    const known = new Set(namesOf(cssProperties));
    for (const path of globSync('web/themes/*.css', { cwd: root })) {
      const css = read(path);
      for (const name of css.match(/--[\w-]+(?=:)/g) ?? []) assert.ok(known.has(name), `${path}: ${name}`);
      for (const [, name = ''] of css.matchAll(/::part\(([\w-]+)\)/g))
        assert.ok(namesOf(cssParts).includes(name), path);
      assert.ok(!css.includes('!important'), path);
    }
  });
});
