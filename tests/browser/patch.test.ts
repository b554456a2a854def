import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Region } from '../../web/src/tree/patch.ts';
import { useBrowser } from '../support/browser.ts';

/** The page of these tests: one region, and `show`, which checks a tree of the interface and shows it there. */
interface TestPage {
  region: Region;
  show: (tree: unknown) => void;
  made: string[];
  records: () => number;
}
declare const testPage: TestPage;

const stage = `
  import { check } from './check.ts';
  import { Region } from './patch.ts';
  import { Setting } from './setting.ts';
  const place = new URL('https://news.example/');
  const origins = { foreign: true, allow: () => true };
  const setting = new Setting({ base: place, page: place, origins, headingLevel: 1 });
  const end = document.body.appendChild(document.createComment(''));
  const made = [];
  const region = new Region(end, (element, tree) => made.push(tree.name));
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
  globalThis.testPage = {
    region,
    made,
    show: (tree) => region.show(check(tree, 'interface', setting)),
    records: () => observer.takeRecords().length,
  };
`;

const bundle = await build({
  stdin: { contents: stage, resolveDir: join(import.meta.dirname, '../../web/src/tree') },
  bundle: true,
  write: false,
  format: 'iife',
});

const field = [
  'div',
  { class: 'field' },
  ['label', { for: 'reply-text' }, 'Text'],
  ['textarea', { id: 'reply-text', name: 'text' }],
];
const problem = ['p', { class: 'problem', id: 'reply-text-problem' }, 'Please write your reply.'];
const status = ['p', { class: 'status', role: 'status' }, 'Sending'];
const item = (id: number): unknown => ['li', { class: 'reply', id: `reply-${id}` }, ['p', `Reply ${id}`]];
const list = (...ids: number[]): unknown => ['ol', { class: 'thread' }, ...ids.map(item)];

suite('a region', () => {
  const visitors = useBrowser();

  async function openTestPage(): Promise<Page> {
    const page = await visitors.open();
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
    return page;
  }

  test('shows trees, changes what has changed, and holds the content of the last tree', async () => {
    const page = await openTestPage();
    const trees = [
      ['div', ['p', 'one'], ['p', 'two']],
      ['div', { class: 'body' }, ['p', 'one'], ['h2', 'new'], ['p', 'two', ['em', '!']]],
      ['div', { class: 'body', lang: 'es' }, ['ul', ['li', 'x']], ['p', 'two']],
      ['div', { class: 'body' }],
      ['section', 'another ', 'root'],
      list(1, 2, 3),
      list(3, 2, 1),
      list(0, 2, 4, 1, 5),
      list(),
    ];
    for (const tree of trees) {
      const [shown, fresh] = await page.evaluate((tree) => {
        testPage.show(tree);
        const shown = testPage.region.element?.outerHTML;
        testPage.region.clear();
        testPage.show(tree);
        return [shown, testPage.region.element?.outerHTML];
      }, tree);
      assert.equal(shown, fresh);
    }
    assert.equal(await page.evaluate(() => document.body.childNodes.length), 2);
  });

  test('leaves the page untouched if nothing has changed', async () => {
    const page = await openTestPage();
    const tree = ['form', { class: 'form' }, field, status, list(1, 2)];
    const records = await page.evaluate((tree) => {
      testPage.show(tree);
      testPage.records();
      testPage.show(tree);
      return testPage.records();
    }, tree);
    assert.equal(records, 0);
  });

  test('changes one text if one text has changed', async () => {
    const page = await openTestPage();
    const records = await page.evaluate(() => {
      testPage.show(['div', ['p', 'one ', ['em', 'two']], ['p', 'three']]);
      testPage.records();
      testPage.show(['div', ['p', 'one ', ['em', 'zwei']], ['p', 'three']]);
      return testPage.records();
    });
    assert.equal(records, 1);
  });

  test('keeps a field, its focus, selection, scroll position and half-written text, whatever changes around it', async () => {
    const page = await openTestPage();
    const states = [
      ['form', { class: 'form' }, field],
      ['form', { class: 'form' }, ['h2', 'Title'], field, status],
      [
        'form',
        { class: 'form', lang: 'es' },
        ['p', { class: 'hint' }, 'x'],
        ['h2', 'T'],
        [...field, problem],
        ['section', 'preview'],
      ],
      ['form', { class: 'form' }, [...field, problem], status],
      ['form', { class: 'form' }, field],
    ];
    const kept = await page.evaluate((states) => {
      const [first, ...others] = states;
      testPage.show(first);
      const area = document.querySelector('textarea');
      if (!area) return [];
      area.value = 'line\n'.repeat(50);
      area.focus();
      area.setSelectionRange(3, 9, 'backward');
      area.scrollTop = 77;
      return others.map((tree) => {
        testPage.show(tree);
        const { selectionStart, selectionEnd, scrollTop, value } = area;
        return [document.activeElement === area, selectionStart, selectionEnd, scrollTop, value.length];
      });
    }, states);
    assert.deepEqual(kept, new Array(4).fill([true, 3, 9, 77, 250]));
  });

  test('keeps typed text while it is not in the page', async () => {
    const page = await openTestPage();
    const typed = await page.evaluate((field) => {
      testPage.show(['form', { class: 'form' }, field]);
      const textarea = document.querySelector('textarea');
      if (textarea) textarea.value = 'typed';
      const { body } = document;
      body.remove();
      testPage.show(['form', { class: 'form' }, field, ['p', 'more']]);
      document.documentElement.append(body);
      return document.querySelector('textarea')?.value;
    }, field);
    assert.equal(typed, 'typed');
  });

  test('keeps the reader’s selection in a text that stays', async () => {
    const page = await openTestPage();
    const selected = await page.evaluate(() => {
      testPage.show(['div', ['p', 'one two three'], ['p', 'old']]);
      const text = testPage.region.element?.firstChild?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 4, text, 7);
      testPage.show(['div', ['p', 'one two three'], ['p', 'new'], ['p', 'more']]);
      return String(getSelection());
    });
    assert.equal(selected, 'two');
  });

  test('keeps the element of each reply while others come before and after it', async () => {
    const page = await openTestPage();
    const same = await page.evaluate(
      ([before, after]) => {
        testPage.show(before);
        const two = document.querySelector('#reply-2');
        testPage.show(after);
        return document.querySelector('#reply-2') === two && document.querySelectorAll('li').length === 5;
      },
      [list(2, 4), list(1, 2, 3, 4, 5)],
    );
    assert.ok(same);
  });

  test('keeps the focus on a link that becomes another link in its place', async () => {
    const page = await openTestPage();
    const focused = await page.evaluate(() => {
      const link = (lang: string): unknown => [
        'p',
        { class: 'switch' },
        ['a', { href: `/${lang}/`, hreflang: lang }, lang],
      ];
      testPage.show(['div', ['p', 'one'], link('es')]);
      document.querySelector('a')?.focus();
      testPage.show(['div', ['p', 'uno'], ['p', 'dos'], link('en')]);
      return document.activeElement?.getAttribute('hreflang');
    });
    assert.equal(focused, 'en');
  });

  test('reports each element that it makes, once', async () => {
    const page = await openTestPage();
    const made = await page.evaluate((field) => {
      testPage.show(['form', field]);
      testPage.show(['form', field, ['button', { type: 'submit' }, 'Send']]);
      return testPage.made;
    }, field);
    assert.deepEqual(made, ['label', 'textarea', 'div', 'form', 'button']);
  });

  test('shows the new text if a translator has replaced the old one, and keeps the translator’s if nothing is new', async () => {
    const page = await openTestPage();
    const texts = await page.evaluate((field) => {
      testPage.show(['form', { class: 'form' }, ['p', 'one ', ['em', 'two']], ['p', 'three'], field]);
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const ours: Text[] = [];
      while (texts.nextNode()) ours.push(texts.currentNode as Text);
      for (const text of ours) {
        const span = document.createElement('span');
        span.textContent = `<${text.data}>`;
        text.replaceWith(span);
      }
      const textarea = document.querySelector('textarea');
      if (textarea) textarea.value = 'typed';
      testPage.show(['form', { class: 'form' }, ['p', 'eins ', ['em', 'zwei']], ['p', 'three'], field]);
      return [...document.querySelectorAll('p, label')]
        .map(({ textContent }) => textContent)
        .concat(textarea?.value ?? '');
    }, field);
    assert.deepEqual(texts, ['eins zwei', '<three>', '<Text>', 'typed']);
  });

  test('keeps typed text, and shows its whole tree, if an extension has removed elements', async () => {
    const page = await openTestPage();
    const shown = await page.evaluate((field) => {
      testPage.show(['form', { class: 'form' }, ['p', 'one'], field, ['p', 'two']]);
      const textarea = document.querySelector('textarea');
      if (textarea) textarea.value = 'typed';
      for (const paragraph of document.querySelectorAll('p')) paragraph.replaceWith(document.createElement('span'));
      testPage.show(['form', { class: 'form' }, ['p', 'one'], ['hr'], field, ['p', 'two'], ['p', 'three']]);
      const kept = document.querySelector('textarea')?.value;
      const names = [...document.querySelectorAll('form > *')].map(({ localName }) => localName);
      document.querySelector('form')?.remove();
      testPage.show(['form', { class: 'form' }, ['p', 'four']]);
      return [...names, kept, document.body.innerText.trim()];
    }, field);
    assert.deepEqual(shown, ['p', 'hr', 'div', 'p', 'p', 'typed', 'four']);
  });

  test('shows a tree of 100,000 paragraphs, and then other ones, in reasonable time', { timeout: 60_000 }, async () => {
    const page = await openTestPage();
    const took = await page.evaluate(() => {
      const tree = (name: string, word: string): unknown => ['div', ...new Array<unknown>(100_000).fill([name, word])];
      const start = performance.now();
      testPage.show(tree('p', 'one'));
      testPage.show(['div', ['hr'], ...(tree('p', 'two') as unknown[]).slice(1), ['hr']]);
      testPage.show(tree('h2', 'two'));
      return performance.now() - start;
    });
    assert.ok(took < 20_000, `${took} ms`);
  });
});
