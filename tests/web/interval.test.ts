import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { estimate, reach } from '../bench/embed/interval.ts';

// The places of order statistics are those of the usual tables for a median with 95 %.
suite('the interval of a median', () => {
  test('has no bounds where there are too few samples', () => {
    assert.deepEqual(estimate([3, 1, 5, 2, 4]), { median: 3, low: -Infinity, high: Infinity });
  });

  test('goes from the first to the last of six samples', () => {
    assert.deepEqual(estimate([6, 5, 4, 3, 2, 1]), { median: 3.5, low: 1, high: 6 });
  });

  test('goes from the second to the eighth of nine samples, and from the sixth to the fifteenth of twenty', () => {
    assert.deepEqual(estimate([1, 2, 3, 4, 5, 6, 7, 8, 9]), { median: 5, low: 2, high: 8 });
    const twenty = estimate(Array.from({ length: 20 }, (_, i) => i + 1));
    assert.deepEqual(twenty, { median: 10.5, low: 6, high: 15 });
  });

  test('reaches as far as its further bound', () => {
    assert.equal(reach({ median: 2, low: 1.9, high: 2.5 }), 0.25);
  });
});
