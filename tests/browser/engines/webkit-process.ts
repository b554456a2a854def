import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebDriver } from './web-driver.ts';

const multiarch = new Map([
  ['x64', 'x86_64-linux-gnu'],
  ['arm64', 'aarch64-linux-gnu'],
]).get(process.arch);
const miniBrowser = `/usr/lib/${multiarch ?? process.arch}/webkit2gtk-4.1/MiniBrowser`;

/**
 * A WebKit window that two clients hold at once: a WebDriver, which can press keys and buttons as a reader does, and the
 * socket of WebKit's remote inspector.
 */
export interface WebKitProcess {
  readonly driver: WebDriver;
  /** The address of the inspector's WebSocket for the window. */
  readonly inspector: string;
  readonly stop: () => Promise<void>;
}

let started = 0;

/** Starts WebKit on this X display, with a session of its own that stores nothing. */
export async function startWindow(display: string): Promise<WebKitProcess> {
  // Neither WebKit nor its driver can choose a free port and say which. So each process of tests has an address of its
  // own, made of its id, on which it counts the ports.
  const host = `127.${String((process.pid >> 16) + 1)}.${String((process.pid >> 8) & 255)}.${String(process.pid & 255)}`;
  const ports = 20_000 + 2 * started++;
  const inspector = `${host}:${String(ports)}`;
  const env = {
    ...process.env,
    DISPLAY: display,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // WebKit's own sandbox does not run as root
    WEBKIT_INSPECTOR_HTTP_SERVER: inspector,
    LIBGL_ALWAYS_SOFTWARE: '1',
    GTK_A11Y: 'none',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
  };
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
  };
  try {
    const browser = spawn(miniBrowser, ['--automation'], { env, stdio: 'ignore' });
    children.push(browser);
    const target = await within(20_000, 'WebKit does not start', () => automationAddress(browser, inspector));
    // The inspector's server has to have asked for the windows before the driver does; otherwise it is told of none.
    await windowSocket(inspector);
    const server = `http://${host}:${String(ports + 1)}`;
    const options = [`--host=${host}`, `--port=${String(ports + 1)}`, `--target=${target}`];
    children.push(spawn('WebKitWebDriver', options, { env, stdio: 'ignore' }));
    const driver = await within(20_000, 'WebKitWebDriver does not start', () => WebDriver.connect(server));
    const socket = await within(20_000, 'WebKit does not offer its window', async () => {
      // Before it has been anywhere, a window cannot be inspected.
      await driver.goTo('data:text/html,<title>A new window</title>');
      return windowSocket(inspector);
    });
    return { driver, inspector: socket, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Asks again and again until there is an answer. */
async function within<T>(
  milliseconds: number,
  failure: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(20);
  }
  throw new Error(`${failure} within ${String(milliseconds / 1000)} seconds.`);
}

/**
 * Returns the address at which WebKit waits for a WebDriver, once it does so. It chooses the port itself when the
 * inspector has one of HTTP, and tells it nobody; so it is the process's other listening socket.
 */
function automationAddress(browser: ChildProcess, inspector: string): string | undefined {
  if (browser.exitCode !== null) throw new Error(`WebKit ended with ${String(browser.exitCode)}.`);
  const folder = `/proc/${String(browser.pid)}`;
  const sockets = new Set(readdirSync(`${folder}/fd`).map((name) => linkOf(`${folder}/fd/${name}`)));
  const listening = readFileSync(`${folder}/net/tcp`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(`socket:[${inode ?? ''}]`))
    .map(([, local]) => addressOf(local ?? ''));
  if (!listening.includes(inspector)) return undefined;
  return listening.find((address) => address !== inspector);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ''; // closed meanwhile
  }
}

/** Reads an address as /proc/net/tcp writes it: hexadecimal, the bytes of the host from the last to the first. */
function addressOf(hexadecimal: string): string {
  const [host = '', port = ''] = hexadecimal.split(':');
  const bytes = host.match(/../g) ?? [];
  return `${bytes
    .reverse()
    .map((byte) => parseInt(byte, 16))
    .join('.')}:${String(parseInt(port, 16))}`;
}

async function windowSocket(inspector: string): Promise<string | undefined> {
  const page = await fetch(`http://${inspector}/`).then((response) => response.text());
  const path = /\/socket\/\d+\/\d+\/WebPage/.exec(page);
  return path ? `ws://${inspector}${path[0]}` : undefined;
}

/** Ends a process, and returns when it has. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
