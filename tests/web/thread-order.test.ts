import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Reply } from '../../web/src/core/requests.ts';
import { merged } from '../../web/src/replies/thread-order.ts';

function reply(id: string, place: number, section?: number): Reply {
  // The time does not decide, since a reply that is shown late may be the oldest.
  const created = `2026-01-02T03:04:${59 - place}Z`;
  return { id, place, name: 'A', text: id, created, ...(section !== undefined && { section }) };
}

function ids(replies: readonly Reply[]): string {
  return replies.map(({ id }) => id).join('');
}

suite('the order of a thread', () => {
  test('follows the places, and holds each reply once, in its last version', () => {
    const replies = merged([reply('a', 1), reply('c', 30)], [reply('b', 4), { ...reply('c', 30), text: 'edited' }]);
    assert.equal(ids(replies), 'abc');
    assert.equal(replies[2]?.text, 'edited');
  });

  test('follows the sections first', () => {
    assert.equal(ids(merged([reply('b', 1, 1), reply('a', 2)], [reply('c', 3, 1), reply('d', 4)])), 'adbc');
  });
});
