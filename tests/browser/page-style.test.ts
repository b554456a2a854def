import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { useChromium } from '../support/browser.ts';
import { broadside } from '../support/command.ts';
import { Site } from '../support/site.ts';

const publisher = join(import.meta.dirname, '../../examples/publisher');

const screens = {
  'a phone': { width: 360, height: 740 },
  'a desk': { width: 1280, height: 900 },
};

suite('the styles that a publisher’s page carries', () => {
  const visitors = useChromium('what is tested is which rules of the style sheet a built page carries');

  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'broadside-page-style-'));
    broadside(['build', publisher, '-o', folder, '--url', 'https://publisher.example/']);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [screen, viewport] of Object.entries(screens))
    for (const colorScheme of ['light', 'dark'] as const)
      test(`give it the looks of the whole style sheet: ${screen}, ${colorScheme}`, async (t) => {
        const site = await Site.start(t);
        site.put('broadside.css', (_, response) => {
          response.writeHead(200, { 'content-type': 'text/css' }).end(readFileSync(join(folder, 'broadside.css')));
        });
        for (const path of ['', 'north-korea/en/', 'about-broadside/en/']) {
          const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
          const linked = html.replace(/<style>[^]*<\/style>/, '<link rel="stylesheet" href="/broadside.css">');
          assert.notEqual(linked, html);
          const page = await visitors.open({ viewport, colorScheme, javaScriptEnabled: false });
          // The same with the text turned round: no example is in a language that is written from the right.
          for (const direction of ['ltr', 'rtl']) {
            const [carried, whole] = [html, linked].map((text) => text.replaceAll('dir="ltr"', `dir="${direction}"`));
            site.put(path, carried ?? '').put(`${path}linked/`, whole ?? '');
            await page.goto(site.url(path), { waitUntil: 'load' });
            const own = await page.screenshot({ fullPage: true });
            await page.goto(site.url(`${path}linked/`), { waitUntil: 'load' });
            assert.ok(own.equals(await page.screenshot({ fullPage: true })), `${path} ${direction}`);
          }
        }
      });
});
