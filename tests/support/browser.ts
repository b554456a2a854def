import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

export interface Visitors {
  /** Opens a page of a new visitor, with nothing stored. Pages close with the test. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** Starts one browser for the suite that calls this. */
export function useBrowser(): Visitors {
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  before(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  after(async () => {
    await browser?.close();
  });
  return {
    async open(options = {}) {
      if (!browser) throw new Error('before the suite has begun');
      const context = await browser.newContext({ locale: 'en-US', ...options });
      contexts.push(context);
      return context.newPage();
    },
  };
}

/** Collects the errors on a page's console, and uncaught exceptions. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  return errors;
}

/** Goes to the end of the article, near which its replies and their form load. */
export async function goToReplies(page: Page): Promise<void> {
  const element = page.locator('broadside-article');
  // Until the article is there, the end of its element is where its beginning will be.
  await page.waitForFunction(() => document.querySelector('broadside-article')?.shadowRoot?.querySelector('article'));
  await element.evaluate((node) => {
    node.scrollIntoView({ block: 'end' });
  });
}
