import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { videoAt } from '../../web/src/embeds/video.ts';
import vectors from '../data/video-addresses.json' with { type: 'json' };
import { wasmAnswer } from '../support/core.ts';

const isMarked = (address: string): boolean =>
  wasmAnswer('markdown', { profile: 'article', markdown: address }).includes('"class":"embed"');

suite('the videos that the loader can play', () => {
  for (const address of Object.keys(vectors.videos)) {
    test(`are marked by the core: ${address}`, () => {
      assert.ok(videoAt(address));
      assert.ok(isMarked(address));
    });
  }

  for (const address of vectors.others.filter((other) => /^https?:/.test(other))) {
    test(`are the only ones that the core marks, so not ${address}`, () => {
      assert.ok(!isMarked(address));
    });
  }
});
