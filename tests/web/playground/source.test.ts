import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { printedHtml, printedTree } from '../../../web/playground/inspect/printed.ts';
import { composeArticle } from '../../../web/playground/source/article.ts';
import { articlesIn } from '../../../web/playground/source/files.ts';
import type { Tree } from '../../../web/src/package/options.ts';
import { divide } from '../../../web/playground/source/front-matter.ts';

suite('the front matter', () => {
  test('is divided from the Markdown, and all of its values are texts', () => {
    const { facts, markdown, linesBefore, remarks } = divide(
      '---\r\ntitle: no\r\npublished: 2021-03-14\r\n---\r\nText\r\n',
    );
    assert.deepEqual(facts, { title: 'no', published: '2021-03-14' });
    assert.deepEqual([markdown, linesBefore, remarks], ['Text\r\n', 4, []]);
    assert.deepEqual(divide('Text\n\n---\n\na: b\n\n---\n').facts, {});
  });

  test('says where its members stand, and what is wrong with it', () => {
    const { placeOf } = divide('---\ntitle: A\nlead:\n  src: a.png\n  width: x\n---\n');
    assert.deepEqual(placeOf(['lead', 'width']), { line: 5, column: 3 });
    assert.deepEqual(placeOf(['lead', 'height']), { line: 3, column: 1 });
    assert.deepEqual(placeOf(['dek']), { line: 1, column: 1 });
    const [remark] = divide('---\ntitle: "A\n---\n').remarks;
    assert.equal(remark?.code, 'malformed');
    assert.equal(remark.severity, 'error');
  });

  test('may be TOML or JSON too, with the same meaning', () => {
    const facts = { title: 'A', published: '2021-03-14', machine: 'true', lead: { src: 'a.png', width: '12' } };
    const toml = divide(
      '+++\ntitle = "A"\npublished = 2021-03-14\nmachine = true\n[lead]\nsrc = "a.png"\nwidth = 12\n+++\nText\n',
    );
    assert.deepEqual([toml.facts, toml.markdown, toml.linesBefore, toml.remarks], [facts, 'Text\n', 8, []]);
    assert.deepEqual(toml.placeOf(['lead', 'width']), { line: 7, column: 1 });
    assert.deepEqual(toml.placeOf(['lead', 'height']), { line: 5, column: 1 });
    assert.deepEqual(toml.placeOf(['dek']), { line: 1, column: 1 });
    const json = divide(
      '{\n  "title": "A", "published": "2021-03-14",\n  "machine": true,\n  "lead": {\n    "src": "a.png", "width": 12\n  }\n}\nText\n',
    );
    assert.deepEqual([json.facts, json.markdown, json.linesBefore, json.remarks], [facts, 'Text\n', 7, []]);
    assert.deepEqual(json.placeOf(['lead', 'width']), { line: 5, column: 21 });
    assert.deepEqual(divide('{ braces }\n\nText').facts, {});
  });

  test('says what is wrong with TOML, and that front matter is not closed', () => {
    const [remark] = divide('+++\ntitle = "A"\ndek = no\n+++\n').remarks;
    assert.deepEqual([remark?.line, remark?.code], [3, 'malformed']);
    assert.match(remark?.message ?? '', /^the front matter is not TOML: /);
    for (const text of ['---\ntitle: A\n', '+++\ntitle = "A"\n', '{\n"title": "A"\n'])
      assert.deepEqual(
        divide(text).remarks.map(({ code, line }) => [code, line]),
        [['unclosed-front-matter', 1]],
      );
  });
});

suite('an article of texts', () => {
  const composed = composeArticle(
    new Map([
      ['en', '---\ntitle: A\nauthor: B\nlead: {src: c.png, width: "12", height: tall}\ndate: 2021-03-14\n---\nText'],
      ['es', '# Una hoja\n\nTexto'],
    ]),
  );

  test('has what article.json has, with its types', () => {
    const { translations, ...rest } = composed.article;
    assert.deepEqual(rest, {
      broadside: 1,
      id: 'playground',
      default: 'en',
      publisher: { name: 'The playground' },
      published: '2021-03-14',
      replies: { endpoint: 'replies' },
    });
    const lead = { src: 'c.png', width: 12, height: 'tall' };
    assert.deepEqual(translations['en'], { title: 'A', authors: ['B'], lead, markdown: 'Text' });
    assert.deepEqual(translations['es'], { title: 'Una hoja', markdown: '# Una hoja\n\nTexto' });
  });

  test('has a remark on a title that is missing', () => {
    assert.deepEqual(composed.remarks.get('en'), []);
    assert.deepEqual(
      composed.remarks.get('es')?.map(({ code, line }) => [code, line]),
      [['missing', 1]],
    );
  });
});

test('the articles among files are those of folders with texts by language, and texts by themselves', () => {
  const found = articlesIn(
    [
      'site/broadside.yaml',
      'site/content/tale/en.md',
      'site/content/tale/pt-br.md',
      'site/content/tale/a/map.png',
      'site/.git/en.md',
    ],
    'en',
  );
  assert.deepEqual(found, [
    {
      name: 'tale',
      texts: new Map([
        ['en', 'site/content/tale/en.md'],
        ['pt-BR', 'site/content/tale/pt-br.md'],
      ]),
      files: new Map([['a/map.png', 'site/content/tale/a/map.png']]),
    },
  ]);
  assert.deepEqual(
    articlesIn(['readme.md', 'tale.es.md', 'map.png'], 'de').map(({ name, texts }) => [name, [...texts]]),
    [
      ['article', [['es', 'tale.es.md']]],
      ['readme', [['de', 'readme.md']]],
    ],
  );
  assert.deepEqual(articlesIn(['map.png'], 'en'), []);
});

test('a tree is printed with a line for each element, and text as it is', () => {
  const tree: Tree = ['div', { class: 'a"' }, ['p', 'b <', ['em', 'c']], ['hr'], ['ul', ['li', 'd']]];
  assert.equal(
    printedTree(tree),
    `["div", {"class":"a\\""},
  ["p","b <",["em","c"]],
  ["hr"],
  ["ul",
    ["li","d"]
  ]
]`,
  );
  assert.equal(
    printedHtml(tree),
    `<div class="a&quot;">
  <p>b &lt;<em>c</em></p>
  <hr>
  <ul>
    <li>d</li>
  </ul>
</div>`,
  );
});
