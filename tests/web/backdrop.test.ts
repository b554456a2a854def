import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lightnessOf } from '../../web/src/page/backdrop.ts';

test('the lightness of a computed colour is known in every notation, and unknown if the colour is transparent', () => {
  const colors: Record<string, number | undefined> = {
    'rgb(0, 0, 0)': 0,
    'rgb(255, 255, 255)': 1,
    'rgb(0, 0, 255)': 0.07,
    'rgba(0, 0, 0, 0)': undefined,
    'rgba(255, 255, 255, 0.4)': undefined,
    'rgba(255, 255, 255, 0.9)': 1,
    'color(srgb 0.5 0.5 0.5)': 0.5,
    'color(display-p3 1 1 1 / 0.9)': 1,
    'color(display-p3 1 1 1 / 0.1)': undefined,
    'oklch(0.25 0.1 200)': 0.25,
    'oklab(0.8 -0.1 0.1)': 0.8,
    'lab(90 -20 3)': 0.9,
    'lch(10 20 300 / 0.2)': undefined,
    'a colour of the future': undefined,
    '': undefined,
  };
  for (const [color, lightness] of Object.entries(colors)) {
    const found = lightnessOf(color);
    assert.equal(found === undefined ? undefined : Math.round(found * 100) / 100, lightness, color);
  }
});
