import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Latest } from '../../web/src/lifetime/latest.ts';

suite('among several tries', () => {
  test('the last one alone goes on', () => {
    const latest = new Latest();
    const first = latest.begin();
    assert.equal(first.aborted, false);
    const second = latest.begin();
    assert.deepEqual([first.aborted, second.aborted], [true, false]);
  });

  test('none goes on when their owner has ended, and none begins', () => {
    const owner = new AbortController();
    const latest = new Latest(owner.signal);
    const before = latest.begin();
    owner.abort();
    assert.equal(before.aborted, true);
    assert.equal(latest.begin().aborted, true);
  });
});
