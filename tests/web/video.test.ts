import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { videoAt } from '../../web/src/embeds/video.ts';
import vectors from '../data/video-addresses.json' with { type: 'json' };

const { others, videos } = vectors;

suite('the address of a video', () => {
  for (const [address, frame] of Object.entries(videos)) {
    test(`is ${address}`, () => {
      assert.equal(videoAt(address)?.frame, frame);
    });
  }

  for (const address of others) {
    test(`is not ${address || 'none'}`, () => {
      assert.equal(videoAt(address), undefined);
    });
  }
});
