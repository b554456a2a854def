import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Latest } from '../../web/src/lifetime/latest.ts';

suite('of several attempts', () => {
  test('only the last one continues', () => {
    const latest = new Latest();
    const first = latest.begin();
    assert.equal(first.aborted, false);
    const second = latest.begin();
    assert.deepEqual([first.aborted, second.aborted], [true, false]);
  });

  test('none continues when their owner has ended, and none begins', () => {
    const owner = new AbortController();
    const latest = new Latest(owner.signal);
    const before = latest.begin();
    owner.abort();
    assert.equal(before.aborted, true);
    assert.equal(latest.begin().aborted, true);
  });
});
