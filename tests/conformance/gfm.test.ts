import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cmarkExamples } from '../support/cmark-examples.ts';
import { parsedWithoutLayout } from '../support/document.ts';
import { checked } from '../support/rendered.ts';
import { renderings } from '../support/renderings.ts';

function all(file: string, numbers: readonly number[], reason: string): [string, string][] {
  return numbers.map((number) => [`${file} ${number}`, reason]);
}

const rawHtml = 'raw HTML is dropped';
const noElement = 'what no browser takes for an element is shown as typed';
const scheme = 'a scheme that no article needs is not linked';
const task = 'an item with a checkbox says so by its class';
const footnotes = "a footnote's ids are those of the widget, and its back links stand after its last paragraph";
const tilde = 'only the doubled tilde strikes out, for one means "about" or "to"';
const strong = 'strong in strong stays two elements, as CommonMark has it since 0.31';
const bare = "the example is CommonMark's, for a parser without GitHub's autolinks";
const meta = 'only the language is kept of an info string';

// The examples whose result differs from GitHub's, each with the reason. An example that starts to pass fails the test,
// so that the list stays true.
const differing = new Map<string, string>([
  // prettier-ignore
  ...all('spec.txt', [
    118, 119, 120, 121, 122, 123, 124, 125, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143,
    144, 145, 146, 147, 149, 152, 153, 154, 155, 156, 157, 158, 159, 160, 170, 317, 327, 354, 484, 485, 486, 500, 503,
    532, 544, 632, 633, 634, 635, 636, 645, 648, 649, 650, 652, 662, 663,
  ], rawHtml),
  ...all('spec.txt', [126, 127, 128, 642], noElement),
  ...all('spec.txt', [279, 280], task),
  ...all('spec.txt', [398, 426, 434, 435, 436, 473, 474, 475, 477], strong),
  ...all('spec.txt', [604, 606, 607, 609, 628], scheme),
  ...all('spec.txt', [610, 614, 616, 619, 620], bare),
  ...all('extensions.txt', [12, 22, 25], rawHtml),
  ...all('extensions.txt', [17, 18], tilde),
  ...all('extensions.txt', [19], scheme),
  ...all('extensions.txt', [20], "what it becomes is left open, as long as nothing crashes; '<IGNORE>' is expected"),
  ...all('extensions.txt', [23, 24], footnotes),
  ...all('extensions.txt', [28, 29, 30], task),
  ...all('extensions-full-info-string.txt', [2, 3, 4], meta),
  ...all('extensions-table-prefer-style-attributes.txt', [1], 'columns are aligned by the attribute, never by style'),
  ...all('regression.txt', [3, 6, 9, 14], rawHtml),
  ...all('regression.txt', [10, 11], tilde),
  ...all('regression.txt', [13, 20, 21, 22], footnotes),
]);

// smart_punct.txt is left out, because our quotes are our own and differ from cmark's on purpose; see
// tests/unit/markdown.
const files = [
  'spec.txt',
  'extensions.txt',
  'extensions-full-info-string.txt',
  'extensions-table-prefer-style-attributes.txt',
  'regression.txt',
];

for (const file of files) {
  const examples = cmarkExamples(file);
  const results = renderings(
    { profile: 'gfm' },
    examples.map(({ markdown }) => markdown),
  );

  describe(`GitHub's ${file}`, () => {
    for (const [index, { name, section, html }] of examples.entries()) {
      const result = results[index];
      assert.ok(result);
      it(`${name}: native and wasm make the same tree, and the text is that tree`, () => {
        assert.equal(result.nativeTree, result.wasmTree);
        checked(result.wasmTree, result.nativeHtml);
      });

      const reason = differing.get(name);
      it(`${name} (${section})${reason ? `, differing: ${reason}` : ''}`, () => {
        const tree: unknown = JSON.parse(result.wasmTree);
        const expected = parsedWithoutLayout(html);
        if (reason) assert.notDeepEqual(tree, expected);
        else assert.deepEqual(tree, expected);
      });
    }
  });
}

it('every example that is named as differing exists', () => {
  const names = new Set(files.flatMap((file) => cmarkExamples(file).map(({ name }) => name)));
  assert.deepEqual(
    [...differing.keys()].filter((name) => !names.has(name)),
    [],
  );
});
