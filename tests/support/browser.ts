import { after, afterEach, before } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Engine, engine, startEngine, type Visit } from '../browser/engines/engine.ts';

export interface Visitors {
  /** Opens a page of a new visitor, with nothing stored. Pages close with the test. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** Starts one browser of the engine that is tested (see engines/engine.ts) for the suite that calls this. */
export function useBrowser(): Visitors {
  let started: Engine | undefined;
  let visits: Visit[] = [];
  before(async () => {
    started = await startEngine();
  });
  afterEach(async () => {
    await Promise.all(visits.map((visit) => visit.close()));
    visits = [];
  });
  after(async () => {
    await started?.close();
  });
  return {
    async open(options = {}) {
      if (!started) throw new Error('before the suite has begun');
      const visit = await started.visit(options);
      visits.push(visit);
      return visit.page;
    },
  };
}

/**
 * Does the same in a file whose tests run in Chromium only, because, for this reason, other engines would tell nothing
 * more. `./dev test browser` looks for this word.
 */
export function useChromium(reason: string): Visitors {
  if (engine !== 'chromium') throw new Error(`not in ${engine}: ${reason}`);
  return useBrowser();
}

/**
 * Collects the errors on a page's console, and uncaught exceptions. What an engine says about the icon that it asks for
 * by itself, which a policy may refuse, is none of them.
 */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  const add = (text: string): void => {
    if (!text.includes('/favicon.ico')) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') add(message.text());
  });
  page.on('pageerror', (error) => {
    add(`uncaught: ${error.message}`);
  });
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
