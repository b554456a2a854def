import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { interfaceVocabulary } from '../../web/src/tree/vocabulary.ts';
import { parts } from '../../web/src/tree/parts.ts';

test('the parts that a host can style are those in the documentation, and are classes of the vocabulary', () => {
  const docs = readFileSync(new URL('../../docs/styling.md', import.meta.url), 'utf8');
  const table = docs.split('| part ')[1]?.split('\n\n')[0] ?? '';
  const documented = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
  assert.deepEqual(documented.sort(), [...parts, 'input'].sort());
  const rule = interfaceVocabulary.get('p')?.attributes.get('class');
  assert.ok(rule?.kind === 'words');
  assert.deepEqual(
    [...parts].filter((name) => !rule.words.has(name)),
    [],
  );
});
