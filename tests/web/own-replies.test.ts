import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import type { Reply } from '../../web/src/core/requests.ts';
import { forget, keep, recall } from '../../web/src/page/storage.ts';
import { OwnReplies } from '../../web/src/replies/ownership.ts';

const publisher = 'https://news.example';
const storageKey = `broadside:own:${publisher}:one`;
const minute = 60 * 1000;

function reply(id: string, changes: Partial<Reply> = {}): Reply {
  return { id, place: 1, position: '0-00000001', name: 'A', text: id, created: '2026-01-02T03:04:05Z', ...changes };
}

function at(time: number, article = 'one'): OwnReplies {
  return new OwnReplies(publisher, article, () => time);
}

suite('one’s own replies', () => {
  afterEach(() => {
    forget(storageKey);
  });

  test('may be changed after a reload, for fifteen minutes, and then nothing of them is kept', () => {
    at(0).note({ reply: reply('a'), token: 'secret' }, 'en');
    assert.deepEqual(at(15 * minute - 1).of('a'), { id: 'a', token: 'secret' });
    assert.deepEqual(at(0, 'two').ids(), []);
    assert.deepEqual(at(15 * minute).ids(), []);
    assert.equal(recall(storageKey), null);
  });

  test('keep their token and their time when they are edited, and end when they are deleted', () => {
    at(0).note({ reply: reply('a'), token: 'secret' }, 'en');
    at(0).note({ reply: reply('b'), token: 'other' }, 'en');
    at(10 * minute).note({ reply: reply('a', { text: 'edited' }) }, 'es');
    assert.deepEqual(at(14 * minute).of('a'), { id: 'a', token: 'secret' });
    assert.deepEqual(at(15 * minute).ids(), []);
    const again = at(0);
    again.note({ reply: reply('a'), token: 'secret' }, 'en');
    again.note({ reply: reply('a', { state: 'deleted' }) }, 'en');
    assert.deepEqual(again.ids(), []);
    assert.equal(recall(storageKey), null);
  });

  test('are not theirs without a token', () => {
    at(0).note({ reply: reply('a') }, 'en');
    assert.deepEqual(at(0).ids(), []);
  });

  test('are shown again while they wait, under the text to which they were sent or under all', () => {
    at(0).note({ reply: reply('a', { state: 'waiting' }), token: '1' }, 'en');
    at(0).note({ reply: reply('b', { state: 'waiting' }), token: '2' }, 'es');
    at(0).note({ reply: reply('c'), token: '3' }, 'en');
    const ids = (language?: string): string[] =>
      at(1)
        .waiting(language)
        .map(({ id }) => id);
    assert.deepEqual(ids(), ['a', 'b']);
    assert.deepEqual(ids('es'), ['b']);
  });

  test('are none where something else is stored', () => {
    for (const stored of ['{', '7', '[null]', '[{"until": 9e15}]', '[{"until": 9e15, "reply": {"id": "a"}}]']) {
      keep(storageKey, stored);
      assert.deepEqual(at(0).ids(), []);
    }
  });
});
