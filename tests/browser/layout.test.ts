import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { goToReplies, useChromium } from '../support/browser.ts';
import { article, World } from '../support/world.ts';

const sentence = 'Some ordinary words of an article that run on and on. ';
const markdown = `${sentence.repeat(20)}

| ${'A column | '.repeat(8)}
| ${'--- | '.repeat(8)}
| ${'Something | '.repeat(8)}

    ${'x'.repeat(350)}
`;

/** Layouts of hosts around the content of their main column or columns. */
const layouts: Readonly<Record<string, (content: string) => string>> = {
  'a flex item': (content) =>
    `<div style="display: flex"><aside style="flex: 0 0 220px">A</aside><main style="flex: 1">${content}</main></div>`,
  'a flexible column': (content) =>
    `<div style="display: grid; grid-template-columns: 200px 1fr"><aside>A</aside><main>${content}</main></div>`,
  'three columns': (content) =>
    `<div style="display: grid; grid-template-columns: 1fr 1fr 1fr">${`<div>${content}</div>`.repeat(3)}</div>`,
  'a layout table': (content) => `<table><tr><td>Aside<td>${content}</table>`,
  'a float': (content) => `<div style="float: left">${content}</div>`,
  'an inline block': (content) => `<div style="display: inline-block">${content}</div>`,
};

const edges = (box: { x: number; width: number } | null) =>
  [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)].map(Math.round);

function areShown(): boolean {
  return [...document.querySelectorAll('broadside-article')].every((element) =>
    element.shadowRoot?.querySelector('.article'),
  );
}

suite('an article on a host’s page', () => {
  const visitors = useChromium('not all of these tests pass in the other engines yet');

  // w3c/csswg-drafts#1777, suitcss/components-grid#44, mui/mui-x#21419
  test('is no wider than plain text would be', async (t) => {
    const world = await World.start(t);
    world.put(article({ translations: { en: { title: 'Incomprehensibility', markdown, url: 'en/' } } }));
    const page = await visitors.open();
    const widths = [390, 768, 1024];
    const widthsOf = async (content: string): Promise<number[]> => {
      const script = `<script async src="${world.loader}"></script>`;
      world.host.put(
        '',
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>H</title><body style="margin: 0">${content}${script}`,
      );
      await page.goto(world.host.url());
      await page.evaluate(() => customElements.whenDefined('broadside-article').then(() => {}));
      if (!content.includes('lazy')) await page.waitForFunction(areShown);
      const found: number[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 700 });
        found.push(await page.evaluate(() => document.documentElement.scrollWidth));
      }
      return found;
    };
    for (const [name, layout] of Object.entries(layouts)) {
      const allowed = await widthsOf(layout(`<p>${sentence.repeat(20)}</p>`));
      for (const loading of ['eager', 'lazy']) {
        const element = `<broadside-article loading="${loading}" src="${world.src}"><a href="/">${sentence}</a></broadside-article>`;
        const found = await widthsOf(
          `<div style="height: ${loading === 'lazy' ? '9000px' : '0'}"></div>${layout(element)}`,
        );
        assert.ok(
          found.every((width, i) => width <= (allowed[i] ?? 0)),
          `${loading} in ${name}: ${String(found)} px, plain text ${String(allowed)} px`,
        );
      }
    }
  });

  test('takes the available width, as plain text would', async (t) => {
    const world = await World.start(t);
    const page = await visitors.open({ viewport: { width: 1024, height: 700 } });
    world.show(`<div style="float: left"><broadside-article src="${world.src}"></broadside-article></div>`);
    await page.goto(world.host.url());
    await page.locator('.article').waitFor();
    const widthOf = () =>
      page.locator('broadside-article').evaluate((element) => element.getBoundingClientRect().width);
    assert.ok((await widthOf()) > 600);
    world.show(`<broadside-article src="${world.src}"></broadside-article>`);
    await page.goto(world.host.url());
    await page.locator('.article').waitFor();
    assert.equal(await widthOf(), 1024 - 16);
  });

  // rmariuzzo/react-new-window#155, fdehau/deck#4
  test('says in the column of its text that its replies are loading', async (t) => {
    const world = await World.start(t);
    const view = ['article', ['div', { class: 'body' }, ['p', sentence.repeat(60)]]];
    world.put(article({ translations: { en: { title: 'A title', markdown, view, url: 'en/' } } }));
    const page = await visitors.open({ viewport: { width: 1280, height: 800 } });
    await page.route('**/*.wasm', () => {}); // the core never comes
    await page.goto(world.host.url());
    await goToReplies(page);
    const notice = page.locator('.broadside > .waiting');
    await notice.waitFor();
    const text = await page.locator('.body > p').boundingBox();
    const box = await notice.boundingBox();
    assert.deepEqual(edges(box), edges(text));
  });

  test('on a page without a doctype has tables in its own colours and letters', async (t) => {
    const world = await World.start(t);
    world.put(article({ translations: { en: { title: 'T', markdown: `Text\n\n${markdown}`, url: 'en/' } } }));
    const looks: unknown[] = [];
    for (const doctype of ['', '<!doctype html>']) {
      world.host.put(
        '',
        `${doctype}<html lang="en"><body bgcolor=black text=white style="font: italic bold 30px cursive; white-space: pre; text-align: right">
         <broadside-article src="${world.src}" theme="light"></broadside-article><script async src="${world.loader}"></script>`,
      );
      const page = await visitors.open();
      await page.goto(world.host.url());
      await page.locator('.article').waitFor();
      assert.equal(await page.evaluate(() => document.compatMode), doctype === '' ? 'BackCompat' : 'CSS1Compat');
      looks.push(
        await page
          .locator('.body td')
          .first()
          .evaluate((cell) => {
            const { color, fontSize, fontStyle, fontWeight, lineHeight, textAlign, whiteSpace } =
              getComputedStyle(cell);
            return { color, fontSize, fontStyle, fontWeight, lineHeight, textAlign, whiteSpace };
          }),
      );
    }
    assert.equal((looks[0] as { color: string }).color, 'rgb(27, 27, 27)');
    assert.deepEqual(looks[0], looks[1]);
  });
});
