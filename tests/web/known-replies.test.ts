import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Reply } from '../../web/src/core/requests.ts';
import {
  afterBranch,
  afterChanges,
  afterKept,
  afterPage,
  type KnownReplies,
  noneKnown,
  withWaiting,
} from '../../web/src/replies/known-replies.ts';

function reply(place: number, text = 'text'): Reply {
  const position = `0-0000000${place}`;
  return { id: `id-${place}`, place, position, name: 'A', text, created: '2026-01-02T03:04:05Z' };
}

function places({ replies }: KnownReplies): number[] {
  return replies.map(({ place }) => place);
}

const none = { replies: [], gone: new Set<string>(), since: '9', more: false };

suite('the known replies of a thread', () => {
  const first = afterPage(noneKnown, { replies: [reply(2), reply(4)], next: 'c4', since: '5', count: 3 });

  test('follow the changes since their first page, not since a later one', () => {
    const both = afterPage(first, { replies: [reply(6)], next: null, since: '8', count: 3 });
    assert.deepEqual(places(both), [2, 4, 6]);
    assert.equal(both.since, '5');
    assert.equal(both.next, null);
    assert.equal(afterChanges(both, none).since, '9');
  });

  test('include edited replies and late ones, and exclude deleted ones', () => {
    const changes = { ...none, replies: [reply(3), reply(2, 'edited')], gone: new Set(['id-4', 'id-7']), count: 2 };
    const known = afterChanges(first, changes);
    assert.deepEqual(places(known), [2, 3]);
    assert.equal(known.replies[0]?.text, 'edited');
    assert.equal(known.count, 2);
    assert.equal(known.next, 'c4');
  });

  test('leave the replies after their pages to the next page, except for the reader’s own', () => {
    const sent = afterKept(first, { reply: reply(9), count: 4 });
    const known = afterChanges(sent, { ...none, replies: [reply(7), reply(9, 'edited')] });
    assert.deepEqual(places(known), [2, 4, 9]);
    assert.equal(known.replies[2]?.text, 'edited');
    assert.deepEqual(places(afterPage(known, { replies: [reply(7), reply(9)], next: null })), [2, 4, 7, 9]);
  });

  test('include what waits for approval, as the server has it as soon as it shows it', () => {
    const waiting = [
      { ...reply(3), state: 'waiting' as const },
      { ...reply(4, 'old'), state: 'waiting' as const },
    ];
    const known = withWaiting(first, waiting);
    assert.deepEqual(places(known), [2, 3, 4]);
    assert.equal(known.replies[2]?.text, 'text');
    assert.equal(known.next, 'c4');
  });

  test('keep a deleted reply as long as others stand below it', () => {
    const answer = { ...reply(5), position: '0-0000000200000005' };
    const deleted = { ...reply(2), state: 'deleted' as const };
    assert.deepEqual(places(afterKept(first, { reply: deleted })), [4]);
    assert.deepEqual(
      places(afterKept(afterBranch(first, { replies: [answer], next: null }), { reply: deleted })),
      [2, 5, 4],
    );
  });

  test('include everything once the last page has been read', () => {
    const last = afterPage(first, { replies: [], next: null });
    assert.deepEqual(places(afterChanges(last, { ...none, replies: [reply(7)] })), [2, 4, 7]);
  });
});
