import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broadside } from '../support/command.ts';

// marktext/marktext#5488, markdown-it/markdown-it-footnote#13
test('two texts on one page share no id, and the links of each lead into itself', () => {
  const text = '# A title\n\nA[^s] and B[^s], [above](#a-title).\n\n[^s]: A note.\n';
  const ids = ['first-', 'second-'].map((prefix) => {
    const html = broadside(['render', '--id-prefix', prefix], text);
    const ids = [...html.matchAll(/ id="(.*?)"/g)].map((match) => match[1] ?? '');
    for (const [, fragment] of html.matchAll(/href="#(.*?)"/g)) assert.ok(ids.includes(fragment ?? ''), fragment);
    assert.ok(ids.every((id) => id.startsWith(`article-${prefix}`)));
    return ids;
  });
  assert.equal(ids.flat().length, 8);
  assert.equal(new Set(ids.flat()).size, 8);
});

test('a malformed prefix of ids is refused', () => {
  assert.throws(() => broadside(['render', '--id-prefix', 'a b'], ''), /--id-prefix: must be of the letters a to z/);
});
