import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { categories, type Work, workIn } from './trace.ts';

/** The memory that a page holds after its garbage has been collected. */
export interface Holdings {
  /** Bytes of JavaScript's heap, of Blink's (which has the DOM), and of array buffers and WebAssembly's memories. */
  readonly script: number;
  readonly dom: number;
  readonly buffers: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** One visitor with an empty cache, whose processor may be slowed. */
export class Visitor {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;

  private constructor(browser: Browser, context: BrowserContext, page: Page, session: CDPSession) {
    this.#browser = browser;
    this.#context = context;
    this.page = page;
    this.#session = session;
  }

  static async come(browser: Browser, slowdown: number): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 1000 }, locale: 'en-US' });
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      console.error(error.message);
    });
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const visitor = new Visitor(browser, context, page, session);
    await visitor.slow(slowdown);
    return visitor;
  }

  async slow(slowdown: number): Promise<void> {
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }

  /** Returns the work of the page's main thread while `act` runs. */
  async workOf(act: () => Promise<unknown>): Promise<Work> {
    await this.#browser.startTracing(this.page, { categories });
    await act();
    return workIn(await this.#browser.stopTracing());
  }

  async holdings(): Promise<Holdings> {
    for (let i = 0; i < 3; i++) await this.#session.send('HeapProfiler.collectGarbage');
    const heap = (await this.#session.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    return {
      script: heap['usedSize'] ?? NaN,
      dom: heap['embedderHeapUsedSize'] ?? NaN,
      buffers: heap['backingStorageSize'] ?? NaN,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
