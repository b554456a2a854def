import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { suite, test, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { article, World } from '../support/world.ts';

// The screenshots are for looking at what no assertion can check.
const screenshots = new URL('../../build/screenshots/', import.meta.url).pathname;

const texts: Readonly<Record<string, { title: string; words: string; host: string }>> = {
  ar: { title: 'الصحافة والمدينة', words: 'كلمات المقال تُقرأ من اليمين إلى اليسار', host: 'en' },
  fa: { title: 'چاپخانه و شهر', words: 'واژه‌های نوشته از راست به چپ خوانده می‌شوند', host: 'en' },
  he: { title: 'העיתון והעיר', words: 'מילות המאמר נקראות מימין לשמאל', host: 'en' },
  ur: { title: 'اخبار اور شہر', words: 'مضمون کے الفاظ دائیں سے بائیں پڑھے جاتے ہیں', host: 'en' },
  'az-Arab': { title: 'قزئت و شهر', words: 'مقاله‌نین سؤزلری ساغدان سولا اوخونور', host: 'en' },
  en: { title: 'The paper and the town', words: 'The words of this text are read from left to right', host: 'ar' },
  'ku-Latn': { title: 'Rojname û bajar', words: 'Peyvên vê nivîsê ji çepê ber bi rastê ve tên xwendin', host: 'ar' },
};

const markdown = (words: string): string => `${words}. **${words}**[^1]

> ${words}

1. ${words}
   - ${words}
2. [x] ${words}

| ${words} | B |
| --- | --- |
| C | D |

    int main() { return 0; }

![${words}](press.svg '${words}')

[^1]: ${words}
`;

const press = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path fill="#479" d="M0 0h30v20z"/></svg>';

// U+202E reverses the text after it, up to the end of its isolate.
const replies = [
  { id: '1', place: 1, name: '\u202Eabc', text: 'English words', created: '2026-01-02T03:04:05Z' },
  { id: '2', place: 2, name: 'مريم', text: 'كلمات عربية', created: '2026-01-02T03:05:05Z' },
];

for (const [language, { title, words, host }] of Object.entries(texts))
  suite(`an article in ${language} on a page in ${host}`, () => {
    const visitors = useBrowser();
    const isRightToLeft = host === 'en';
    const [start, end] = isRightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);

    async function open(t: TestContext): Promise<Page> {
      const world = await World.start(t);
      const translation = { title, authors: ['\u202Eabc', 'مريم'], markdown: markdown(words), url: 'here/' };
      world.put(article({ default: language, published: '2026-01-02', translations: { [language]: translation } }));
      world.publisher.put('press.svg', press);
      world.publisher.put('replies', JSON.stringify({ replies, next: null }));
      world.host.put(
        '',
        `<!doctype html><html lang="${host}" dir="${isRightToLeft ? 'ltr' : 'rtl'}"><meta charset="utf-8"><title>Host</title>
         <broadside-article src="${world.src}"></broadside-article><script async src="${world.loader}"></script>`,
      );
      const page = await visitors.open({ viewport: { width: 800, height: 900 } });
      await page.goto(world.host.url());
      await page.locator('.reply').nth(1).waitFor();
      return page;
    }

    test('is right as a whole', async (t) => {
      const page = await open(t);
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: `${screenshots}direction-${language}.png`, fullPage: true });
      const style = (selector: string, property: string): Promise<string> =>
        page
          .locator(selector)
          .first()
          .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
      const isFirst = async (one: Locator, other: Locator): Promise<boolean> =>
        (await left(one)) > (await left(other)) === isRightToLeft;

      assert.equal(await style('article', 'direction'), isRightToLeft ? 'rtl' : 'ltr');
      assert.notEqual(await style('.body blockquote', `border-${start}-width`), '0px');
      assert.equal(await style('.body blockquote', `border-${end}-width`), '0px');
      for (const list of ['.body ol', '.body ul', '.footnotes ol']) {
        assert.notEqual(await style(list, `padding-${start}`), '0px', list);
        assert.equal(await style(list, `padding-${end}`), '0px', list);
      }
      assert.equal(await style('.body pre', 'direction'), 'ltr');
      const cells = page.locator('.body td');
      assert.ok(await isFirst(cells.nth(0), cells.nth(1)));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });

    test('has names and replies in their own direction', async (t) => {
      const page = await open(t);
      const [english, arabic] = [page.locator('.reply-text').nth(0), page.locator('.reply-text').nth(1)];
      assert.equal(await english.evaluate(directionOf), 'ltr');
      assert.equal(await arabic.evaluate(directionOf), 'rtl');
      const textarea = page.locator('textarea');
      await textarea.fill('Latin');
      assert.equal(await textarea.evaluate(directionOf), 'ltr');
      await textarea.fill('عربي');
      assert.equal(await textarea.evaluate(directionOf), 'rtl');
      // One of the names contains such a character, which must not affect anything outside it.
      const names = page.locator('.byline bdi');
      // There are no messages in Urdu, Azerbaijani and Kurdish, so the names stand in an English sentence.
      const isWrittenToLeft = (await page.locator('.byline').evaluate(directionOf)) === 'rtl';
      assert.equal((await left(names.nth(0))) > (await left(names.nth(1))), isWrittenToLeft);
    });
  });

function directionOf(node: Element): string {
  return getComputedStyle(node).direction;
}

async function left(locator: Locator): Promise<number> {
  return locator.evaluate((node) => node.getBoundingClientRect().left);
}
