import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decode } from '../../web/src/core/decode.ts';

suite('a UTF-8 text', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('is decoded correctly if it is so long that it is decoded in pieces', () => {
    for (const character of ['a', 'é', '語', '🗞'])
      for (let shift = 0; shift < 4; shift++) {
        const text = 'x'.repeat(shift) + character.repeat(10_000);
        assert.ok(decode(encode(text)) === text, `${character}, ${String(shift)} bytes on`);
      }
  });

  test('leaves no state behind for the next one', () => {
    assert.equal(decode(encode('語'.repeat(5_000)).subarray(0, -1)), `${'語'.repeat(4_999)}\uFFFD`);
    assert.equal(decode(encode('a')), 'a');
    assert.equal(decode(new Uint8Array()), '');
  });
});
