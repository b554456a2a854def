import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Reply } from '../../web/src/core/requests.ts';
import { merged } from '../../web/src/replies/thread-order.ts';

function reply(id: string, position: string, answers?: number): Reply {
  // Neither the time nor the place decides.
  const created = '2026-01-02T03:04:05Z';
  return { id, place: 1, position, name: 'A', text: id, created, ...(answers !== undefined && { answers }) };
}

function ids(replies: readonly Reply[]): string {
  return replies.map(({ id }) => id).join('');
}

suite('the order of a thread', () => {
  test('follows the positions, and holds each reply once, in its last version', () => {
    const last = reply('d', '0-0000000a');
    const replies = merged([reply('a', '0-00000001'), last], [reply('c', '0-00000009'), { ...last, text: 'edited' }]);
    assert.equal(ids(replies), 'acd');
    assert.equal(replies[2]?.text, 'edited');
    assert.equal(ids(merged(replies, [reply('b', '0-0000000100000002')])), 'abcd');
  });

  test('follows the sections first', () => {
    const one = [reply('c', '1-00000001'), reply('a', '0-00000002')];
    assert.equal(ids(merged(one, [reply('d', '1-00000003'), reply('b', '0-00000004')])), 'abcd');
  });

  test('has the number of replies in each branch as it was last told', () => {
    const first = reply('a', '0-00000001', 5);
    const answers = (more: readonly Reply[]): unknown => merged([first], more)[0]?.answers;
    assert.equal(answers([reply('b', '0-0000000100000002', 6)]), 6);
    assert.equal(answers([reply('c', '0-00000003', 1)]), 5);
    assert.equal(answers([reply('a', '0-00000001')]), 0);
  });
});
