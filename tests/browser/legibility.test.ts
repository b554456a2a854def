import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { goToReplies, useChromium } from '../support/browser.ts';
import { broadside } from '../support/command.ts';
import { Site } from '../support/site.ts';
import { article, World } from '../support/world.ts';

const readability = readFileSync(
  join(import.meta.dirname, '../../node_modules/@mozilla/readability/Readability.js'),
  'utf8',
);

const longWord = 'Rindfleischetikettierungsüberwachungsaufgabe';
const remark = 'A longer remark that surely needs several lines if its column is narrow';
const wide = `| Year | Country | Population | Area | Density | Capital | Remark | More |
| --- | --- | --: | --: | --: | --- | --- | --- |
| 1911 | Mecklenburg-Vorpommern | 1,610,774 | 23,295 | 69 | Schwerin | ${remark} | x |`;
const loose = `- One\n\n  - Sub\n\n- Two`;
const translation = (title: string) => ({ title, dek: 'A dek.', url: `${title}/`, markdown: `${loose}\n\n${wide}\n` });

const replies = [
  { id: '1', place: 1, name: 'A name', text: '# A heading\n\nText.', created: '2026-01-02T03:04:05Z' },
  {
    id: '2',
    place: 2,
    name: 'A name',
    text: 'שלום לכולם.\n\nAnd a paragraph in English.',
    created: '2026-01-02T03:04:05Z',
  },
];

suite('an article and its replies are legible:', () => {
  const visitors = useChromium('what is tested is the style sheet, of which other engines would tell nothing more');

  async function open(t: TestContext, width = 1000): Promise<Page> {
    const world = await World.start(t);
    const translations = Object.fromEntries(['en', 'de', 'fr', 'he'].map((tag) => [tag, translation(longWord)]));
    const machine = { ...translation('Short'), machine: true };
    world.put(article({ translations: { ...translations, en: machine } }));
    world.publisher.put('replies', JSON.stringify({ replies, next: null, count: 2 }));
    const { page } = await world.open(visitors);
    await page.setViewportSize({ width, height: 900 });
    await page.locator('.article').waitFor();
    return page;
  }

  const box = async (page: Page, selector: string) => {
    const found = await page.locator(selector).first().boundingBox();
    assert.ok(found, selector);
    return found;
  };
  const style = (page: Page, selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

  test('the menu of languages opens at its button, above the note on the translation', async (t) => {
    const page = await open(t);
    const note = await box(page, '.translation');
    await page.locator('.languages summary').click();
    const button = await box(page, '.languages summary');
    const menu = await box(page, '.languages ul');
    assert.ok(menu.y - button.y - button.height < 16, `${menu.y} below ${button.y + button.height}`);
    assert.ok(menu.y < note.y + note.height);
  });

  test('rows stay low, and a table that scrolls fades out where more follows, until its end or the focus', async (t) => {
    const page = await open(t, 390);
    assert.ok((await box(page, 'tbody tr')).height < 110);
    const mask = () => style(page, 'table', 'mask-image');
    await page.waitForFunction(() => {
      const table = document.querySelector('broadside-article')?.shadowRoot?.querySelector('table');
      return table && getComputedStyle(table).maskImage.includes('to left');
    });
    await page.locator('table').evaluate((table) => {
      table.scrollLeft = table.scrollWidth;
    });
    await page.waitForFunction(() => {
      const table = document.querySelector('broadside-article')?.shadowRoot?.querySelector('table');
      return table && getComputedStyle(table).maskImage === 'none';
    });
    await page.locator('table').evaluate((table) => {
      table.scrollLeft = 0;
    });
    await page.locator('table').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await mask(), 'none');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 700, height: 900 });
    assert.ok((await box(page, 'tbody td')).width > 25, 'the letters of 1911 stand beside each other');
  });

  test('a headline with a long word is smaller and has hyphens, and an item is near its sublist', async (t) => {
    const page = await open(t, 390);
    const usual = Number.parseFloat(await style(page, '.title', 'font-size'));
    const item = await box(page, '.body li p');
    const sublist = await box(page, '.body li ul');
    assert.ok(sublist.y - item.y - item.height < 10, `${sublist.y - item.y - item.height}`);
    await page.locator('.languages summary').click();
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: longWord }).waitFor();
    assert.ok(Number.parseFloat(await style(page, '.title', 'font-size')) < usual);
    for (const part of ['.title', '.dek', '.body p']) assert.equal(await style(page, part, 'hyphens'), 'auto', part);
    assert.ok((await page.locator('.title').evaluate((title) => title.scrollWidth - title.clientWidth)) <= 0);
  });

  test('a heading in a reply is no larger than a name, and each paragraph has its own direction', async (t) => {
    const page = await open(t);
    await goToReplies(page);
    await page.locator('.reply').first().waitFor();
    const sizes = [await style(page, '.reply-name', 'font-size'), await style(page, '.reply-text h3', 'font-size')];
    assert.ok(Number.parseFloat(sizes[0] ?? '') >= Number.parseFloat(sizes[1] ?? ''), String(sizes));
    const ends = await page
      .locator('.reply')
      .nth(1)
      .locator('.reply-text p')
      .last()
      .evaluate((paragraph) => {
        const range = document.createRange();
        const text = paragraph.firstChild;
        if (!text) throw new Error('no text');
        const leftOf = (start: number): number => {
          range.setStart(text, start);
          range.setEnd(text, start + 1);
          return range.getBoundingClientRect().left;
        };
        return { first: leftOf(0), last: leftOf((text.textContent ?? '').length - 1) };
      });
    assert.ok(ends.last > ends.first, 'the full stop is at the end of the sentence');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await style(page, '.reply-head', 'break-after'), 'avoid');
  });

  test('the ring of the focus has not the colour of errors', async (t) => {
    const page = await open(t);
    await goToReplies(page);
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.locator('.field .problem').first().waitFor();
    assert.notEqual(await style(page, 'input:focus', 'outline-color'), await style(page, '.problem', 'color'));
    assert.equal(await style(page, 'input:focus', 'outline-color'), 'rgb(27, 27, 27)');
  });
});

suite('a publisher’s pages', () => {
  const visitors = useChromium('Readability is Firefox’s own reading mode, and runs on any engine');

  async function build(t: TestContext): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'broadside-legibility-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    mkdirSync(join(folder, 'in/content/tale'), { recursive: true });
    writeFileSync(join(folder, 'in/broadside.yaml'), 'publisher: {name: The Desk}\ndefault: en\nlicense: CC-BY-4.0\n');
    const picture =
      '{src: "https://n.example/p.png", alt: A drawing, caption: Two people at a table, width: 300, height: 200}';
    const head = (title: string) =>
      `---\ntitle: ${title}\ndek: The second sentence of it\npublished: 2021-03-14\nauthors: [Ana]\nlead: ${picture}\n---\n`;
    const text = 'A sentence that is long enough to be read, with a comma, and with another one. '.repeat(8);
    for (const tag of ['en', 'de'])
      writeFileSync(join(folder, `in/content/tale/${tag}.md`), `${head(longWord)}${text}\n`);
    const site = await Site.start(t);
    broadside(['build', join(folder, 'in'), '-o', join(folder, 'out'), '--url', site.url()]);
    for (const path of ['', 'tale/en/']) site.put(path, readFileSync(join(folder, 'out', path, 'index.html'), 'utf8'));
    return site;
  }

  test('give a reading mode the picture, the date and the name of the site', async (t) => {
    const site = await build(t);
    const page = await visitors.open();
    await page.goto(site.url('tale/en/'));
    const found = await page.evaluate<Record<string, string>>(
      `(() => { const module = {}; ${readability}; return new Readability(document.cloneNode(true)).parse() })()`,
    );
    assert.equal(found['title'], longWord);
    assert.equal(found['siteName'], 'The Desk');
    assert.equal(found['publishedTime'], '2021-03-14T00:00:00Z');
    assert.match(found['byline'] ?? '', /Ana/);
    assert.match(found['content'] ?? '', /<img src="https:\/\/n\.example\/p\.png"[^]*Two people at a table/);
    assert.match(found['content'] ?? '', /A sentence that is long enough/);
  });

  test('list articles with picture, author, languages and licence, and are no wider than a small phone', async (t) => {
    const site = await build(t);
    const page = await visitors.open({ viewport: { width: 320, height: 700 } });
    await page.goto(site.url());
    assert.equal(await page.getByRole('link', { name: 'Deutsch' }).getAttribute('href'), 'tale/de/');
    assert.match(await page.locator('.byline').innerText(), /Ana/);
    assert.equal(await page.locator('li img').count(), 1);
    const licence = page.getByRole('link', { name: 'CC BY 4.0' });
    assert.equal(await licence.getAttribute('href'), 'https://creativecommons.org/licenses/by/4.0/');
    for (const path of ['', 'tale/en/']) {
      await page.goto(site.url(path));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
    }
  });
});
