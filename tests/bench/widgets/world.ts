import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { BenchServer } from '../embed/servers.ts';
import { htmlOf, putArticles } from './publisher.ts';
import { Visitor } from './visitor.ts';

const root = new URL('../../../', import.meta.url).pathname;

declare global {
  /** Waits until so many articles are there. */
  var benchWait: (count: number) => Promise<void>;
  /** The end of the frame that painted the last of them, in milliseconds from the start of the navigation. */
  var benchLast: number;
}

const watch = `
  let there = 0;
  let tell = () => {};
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    there++;
    benchLast = performance.now();
    tell();
  };
  var benchLast = 0;
  var benchIsReady = () => requestAnimationFrame(() => port2.postMessage(''));
  var benchWait = (count) => new Promise((resolve) => {
    tell = () => { if (there >= count) resolve(); };
    tell();
  });
  addEventListener('broadside:ready', benchIsReady);
`;

/** A host and a publisher, and the browser that visits them. */
export class World {
  readonly browser: Browser;
  readonly host: BenchServer;
  readonly publisher: BenchServer;
  readonly #loader: string;
  readonly #css: string;

  private constructor(browser: Browser, host: BenchServer, publisher: BenchServer, css: string) {
    this.browser = browser;
    this.host = host;
    this.publisher = publisher;
    this.#css = css;
    this.#loader = putArticles(publisher);
  }

  static async start(browser: Browser): Promise<World> {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'web/styles/element.css')],
      bundle: true,
      minify: true,
      write: false,
    });
    return new World(browser, await BenchServer.start(), await BenchServer.start(), outputFiles[0]?.text ?? '');
  }

  /** Puts a page with this body and the loader onto the host's server, and returns its address. */
  page(name: string, body: string): string {
    return this.#put(name, `${body}<script async src="${this.#loader}"></script>`);
  }

  /** Puts a page without the loader onto the host's server. */
  bare(name: string, body: string): string {
    return this.#put(name, body);
  }

  /**
   * Puts a page onto the host's server that shows articles as a page of its own would: the finished HTML by innerHTML, each in a
   * shadow root with our style sheet.
   */
  byHand(name: string, articles: readonly string[]): string {
    const script = `
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${literal(this.#css)});
      for (const html of ${literal(articles.map(htmlOf))}) {
        const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        const box = document.createElement('div');
        box.className = 'broadside';
        box.innerHTML = html;
        root.append(box);
        benchIsReady();
      }`;
    return this.#put(name, `<script>${script}</script>`);
  }

  tag(name: string, attributes = ''): string {
    return `<broadside-article src="${this.publisher.url}${name}" ${attributes}></broadside-article>\n`;
  }

  /** Opens a page in a browser that is slowed so many times. */
  async visit(slowdown: number, act: (visitor: Visitor) => Promise<void>): Promise<void> {
    const visitor = await Visitor.come(this.browser, slowdown);
    try {
      await act(visitor);
    } finally {
      await visitor.leave();
    }
  }

  close(): void {
    this.host.close();
    this.publisher.close();
  }

  #put(name: string, body: string): string {
    const head = `<meta charset="utf-8"><title>A host</title><script>${watch}</script>`;
    this.host.put(name, `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
    return this.host.url + name;
  }
}

/** Returns a value as script that may stand in a page. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Waits until so many articles are there and nothing more happens. */
export async function settle({ page }: Visitor, count: number): Promise<void> {
  await page.evaluate((count) => benchWait(count), count);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
}
