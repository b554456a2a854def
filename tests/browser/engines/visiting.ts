import type { Browser } from 'playwright-core';
import type { Engine } from './engine.ts';

/** Makes an engine of a browser that has a context for each visitor. */
export function visiting(browser: Browser, end = (): void => {}): Engine {
  return {
    async visit(options) {
      const context = await browser.newContext({ locale: 'en-US', ...options });
      return { page: await context.newPage(), close: () => context.close() };
    },
    async close() {
      await browser.close();
      end();
    },
  };
}
