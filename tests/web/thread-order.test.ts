import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Reply } from '../../web/src/core/requests.ts';
import { ThreadOrder } from '../../web/src/replies/thread-order.ts';

function reply(id: string, language?: string): Reply {
  const created = `2026-01-02T03:04:0${id}Z`;
  return { id, name: 'A', text: id, created, ...(language !== undefined && { language }) };
}

function ids(replies: readonly Reply[]): string {
  return replies.map(({ id }) => id).join('');
}

suite('the order of a thread', () => {
  const first = [reply('1', 'en'), reply('3'), reply('2', 'ar')];
  const more = [reply('4', 'ar'), reply('2', 'ar')];

  test('is that of time where it is shared or separate, each reply once', () => {
    for (const threads of ['shared', 'separate'] as const)
      assert.equal(ids(new ThreadOrder(threads, 'en').merged(first, more, 'ar')), '1234');
  });

  test('leaves out those of other languages where each language has its own', () => {
    const has = (threads: 'shared' | 'separate' | 'own-first', language: string): string =>
      ids(first.filter((reply) => new ThreadOrder(threads, 'en').has(reply, language)));
    assert.equal(has('shared', 'ar'), '132');
    assert.equal(has('own-first', 'ar'), '132');
    assert.equal(has('separate', 'ar'), '2');
    assert.equal(has('separate', 'en'), '13');
  });

  test('begins with those of the text’s language where the publisher says so', () => {
    const order = new ThreadOrder('own-first', 'en');
    assert.equal(ids(order.merged(first, more, 'ar')), '2413');
    assert.equal(ids(order.merged(first, more, 'en')), '1324');
    assert.equal(ids(order.merged(first, more, 'fr')), '1234');
  });
});
