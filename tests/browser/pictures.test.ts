import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { goToReplies, useBrowser } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';
import { engine } from './engines/engine.ts';
import { difference, thumbnailOf } from './pictures/thumbnail.ts';

// Thumbnails of what the engines painted when somebody last looked at it and liked it. ./dev pictures takes them anew.
const kept = join(import.meta.dirname, 'pictures', engine);
const keeps = process.env['PICTURES'] === 'keep';
const painted = join(import.meta.dirname, '../../build/pictures', engine);

const themes = ['gazette', 'harbour', 'ledger'];
const sizes = { phone: { width: 390, height: 1200 }, desk: { width: 1280, height: 1600 } };

/** Returns how wide this machine's fonts set a text, since other fonts make other pictures. */
const widthsOfFonts = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    return ['serif', 'sans-serif', 'monospace', 'system-ui'].map((family) => {
      if (context) context.font = `100px ${family}`;
      return Math.round(context?.measureText('Hamburgefonstiv العربية').width ?? 0);
    });
  });

/** Waits for the pictures in view, which an engine may load only when it knows that they are. */
const untilPictures = (page: Page) =>
  page.waitForFunction(() =>
    [document, ...[...document.querySelectorAll('broadside-article')].map(({ shadowRoot }) => shadowRoot)]
      .flatMap((root) => [...(root?.querySelectorAll('img') ?? [])])
      .filter((img) => img.getBoundingClientRect().top < innerHeight)
      .every((img) => img.complete),
  );

suite('the pictures that were kept', () => {
  const visitors = useBrowser();

  test('are what the example paints now', async (t) => {
    const demo = await startOwnDemo(t);
    const first = await visitors.open();
    await first.goto(`${demo.host}/`);
    const fonts = (await widthsOfFonts(first)).join(' ');
    const known = join(kept, 'fonts.txt');
    if (keeps) {
      mkdirSync(kept, { recursive: true });
      writeFileSync(known, `${fonts}\n`);
    } else if (!existsSync(known) || readFileSync(known, 'utf8').trim() !== fonts) {
      t.skip(`this machine has other fonts than those of the pictures (${known})`);
      return;
    }

    const plain = () => Promise.resolve();
    const atReplies = async (page: Page) => {
      await goToReplies(page);
      await page.locator('.replies > .empty:visible').first().waitFor();
    };
    // Replies change the page below the article when they come.
    const atTop = async (page: Page) => {
      await atReplies(page);
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
    };
    const scenes: Record<string, [address: string, use: (page: Page) => Promise<unknown>]> = {
      host: [`${demo.host}/`, atTop],
      form: [`${demo.host}/`, atReplies],
      markdown: [`${demo.host}/markdown.html`, (page) => page.locator('article.article').waitFor()],
      front: [`${demo.publisher}/`, plain],
      article: [`${demo.publisher}/about-broadside/en/`, atTop],
      arabic: [`${demo.publisher}/one-sheet/ar/`, atTop],
      replies: [`${demo.replies}/v1/articles/north-korea/replies`, plain],
    };
    for (const theme of themes)
      scenes[theme] = [
        `${demo.host}/`,
        async (page) => {
          const css = readFileSync(join(import.meta.dirname, '../../web/themes', `${theme}.css`), 'utf8');
          await page.evaluate((css) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets.push(sheet);
          }, css);
          await atTop(page);
        },
      ];

    mkdirSync(painted, { recursive: true });
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [size, viewport] of Object.entries(sizes)) {
        const page = await visitors.open({ colorScheme, viewport, reducedMotion: 'reduce' });
        for (const [scene, [address, use]] of Object.entries(scenes)) {
          await page.goto(address, { waitUntil: 'load' });
          await use(page);
          await untilPictures(page);
          const name = `${scene}-${size}-${colorScheme}.png`;
          const screenshot = await page.screenshot();
          const thumbnail = thumbnailOf(screenshot);
          if (keeps) writeFileSync(join(kept, name), thumbnail);
          const other = difference(thumbnail, readFileSync(join(kept, name)));
          if (other === '') continue;
          writeFileSync(join(painted, name), screenshot);
          faults.push(`${name}: ${other}`);
        }
        await page.close();
      }
    assert.deepEqual(
      faults,
      [],
      `The screenshots are in ${painted}. ./dev pictures keeps new ones if these are right.`,
    );
  });
});
