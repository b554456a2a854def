import { type ChildProcess, spawn } from 'node:child_process';
import { type BrowserContextOptions, type ConnectOverCDPTransport, webkit } from 'playwright-core';
import { WebSocket } from 'ws';
import type { Engine, Visit } from './engine.ts';
import { RealInput } from './webkit-input.ts';
import { end, startWindow, type WebKitProcess } from './webkit-process.ts';

/** Starts an X display without a screen. WebKit itself starts when there is a visitor. */
export async function startWebKit(): Promise<Engine> {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await displayNumber(display);
  const windows: WebKitProcess[] = [];
  const idle: WebKitProcess[] = [];
  return {
    async visit(options) {
      const window = idle.pop() ?? (await startWindow(`:${number}`));
      if (!windows.includes(window)) windows.push(window);
      return visit(window, options, () => idle.push(window));
    },
    async close() {
      await Promise.all(windows.map((window) => window.stop()));
      await end(display);
    },
  };
}

function displayNumber(display: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    display.stdio[3]?.once('data', (data) => {
      resolve(String(data).trim());
    });
    display.once('error', reject);
    display.once('exit', () => {
      reject(new Error('Xvfb ended before it had a display.'));
    });
  });
}

/**
 * Has Playwright inspect a window. It starts slowly, so the next visitor takes it over when `done` is called: with
 * nothing stored for the page’s origin, and a Playwright that knows nothing of the visitor before.
 */
async function visit(window: WebKitProcess, options: BrowserContextOptions, done: () => void): Promise<Visit> {
  const { driver, inspector } = window;
  const { width, height } = options.viewport ?? { width: 1280, height: 720 };
  await driver.resize(width, height);
  const browser = await webkit.connectOverCDP(new InspectorSocket(inspector, new RealInput(driver)));
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('Playwright does not find the window of WebKit.');
  // Playwright cannot do this itself in a WebKit that is not its own.
  page.setViewportSize = ({ width, height }) => driver.resize(width, height);
  const { colorScheme } = options;
  if (colorScheme) await page.emulateMedia({ colorScheme });
  return {
    page,
    async close() {
      await browser.close();
      await driver.leave();
      done();
    },
  };
}

/** The inspector's socket, in front of which all input is taken out. */
class InspectorSocket implements ConnectOverCDPTransport {
  onmessage?: (message: object) => void;
  onclose?: () => void;
  readonly #address: string;
  readonly #input: RealInput;
  #socket: WebSocket | undefined;

  constructor(address: string, input: RealInput) {
    this.#address = address;
    this.#input = input;
  }

  open(): void {
    this.#socket = new WebSocket(this.#address, { perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => this.onmessage?.(JSON.parse(data.toString()) as object));
    this.#socket.on('close', () => this.onclose?.());
    this.#socket.on('error', () => {}); // the end of the window, which is then closed, too
  }

  send(message: object): void {
    const answers = this.#input.take(message);
    if (!answers) this.#sendInPieces(Buffer.from(JSON.stringify(message)));
    else
      void answers.then((all) => {
        for (const answer of all) this.onmessage?.(answer);
      });
  }

  close(): void {
    this.#socket?.close();
  }

  /** WebKit closes the socket at a frame of 128 KB, and Playwright's scripts are larger. */
  #sendInPieces(message: Buffer): void {
    const size = 1 << 16;
    for (let at = 0; at < message.length; at += size)
      this.#socket?.send(message.subarray(at, at + size), { binary: false, fin: at + size >= message.length });
  }
}
