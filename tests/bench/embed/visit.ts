import type { Browser } from 'playwright-core';
import type { BenchServer, Traffic } from './servers.ts';

/** The times, shifts and traffic of one visit with an empty cache. */
export interface Visit {
  /** From the navigation's start to the end of the frame that paints the last sentence, in milliseconds. */
  readonly milliseconds: number;
  /** The sum of all layout shifts (https://wicg.github.io/layout-instability/). */
  readonly shift: number;
  readonly traffic: readonly Traffic[];
}

declare global {
  var benchVisit: { painted: number; shift: number };
}

// A slow phone's connection, as in Lighthouse: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowdown = 4;

// The whole article is in view, so that all of it is painted.
const viewport = { width: 1000, height: 2000 };

/** The page is watched for shifts and late requests for this many milliseconds after its last answer. */
const aftermath = 300;

/**
 * Opens a page over the slow connection. The connection is Chromium's own emulation: it makes all requests of the page share one
 * rate, and delays each by a round trip, including those that the preload scanner, hints, modules and WebAssembly make. It leaves
 * out what setting up a connection costs, which all contestants would pay for the same two servers.
 */
export async function visit(
  browser: Browser,
  url: string,
  sentence: string,
  servers: readonly BenchServer[],
): Promise<Visit> {
  for (const server of servers) server.traffic = [];
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(`${url}: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      console.error(`${url}: ${error.message}`);
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watch, sentence);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => benchVisit.painted > 0, undefined, { polling: 100, timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(aftermath);
    const { painted, shift } = await page.evaluate(() => benchVisit);
    return { milliseconds: painted, shift, traffic: servers.flatMap(({ traffic }) => traffic) };
  } finally {
    await context.close();
  }
}

/** Runs in the page before all else: waits for the frame in which the sentence is painted, and adds up the shifts. */
function watch(sentence: string): void {
  globalThis.benchVisit = { painted: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) benchVisit.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    benchVisit.painted = performance.now();
  };
  const look = (): void => {
    const roots = [document.body, document.querySelector('broadside-article, zero-md')?.shadowRoot];
    const isThere = roots.some((root) => root?.textContent.includes(sentence));
    // A message that is posted before a frame is painted comes after it.
    if (isThere) port2.postMessage('');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
