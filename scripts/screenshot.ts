// Takes the README's picture of the host page: docs/host-page.png.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../examples/server/demo.ts';
import { launchChromium } from '../tests/support/chromium.ts';

const picture = join(import.meta.dirname, '../docs/host-page.png');
const folder = await mkdtemp(join(tmpdir(), 'broadside-screenshot-'));
const demo = await startDemo({ folder });
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1500 }, colorScheme: 'light' });
  await page.goto(demo.host);
  await page.locator('broadside-article article').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: picture });
  console.log(picture);
} finally {
  await browser.close();
  await demo.stop();
  await rm(folder, { recursive: true });
}
