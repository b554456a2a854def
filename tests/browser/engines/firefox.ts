import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { firefox } from 'playwright-core';
import { WebSocket, WebSocketServer } from 'ws';
import type { Engine } from './engine.ts';
import { visiting } from './visiting.ts';

const preferences = {
  // Nobody but the tests' own servers is asked for anything.
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.localDomains': 'localhost',
  'network.proxy.type': 0,
  'browser.chrome.site_icons': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  // Playwright lets pages that were opened from disk fetch files, which no reader's Firefox does.
  'security.fileuri.strict_origin_policy': true,
};

/** Starts Debian’s Firefox without a window. Playwright drives it by WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
  const relay = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => relay.once('listening', resolve));
  relay.on('connection', relayTo);
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: join(import.meta.dirname, 'firefox.sh'),
    env: { ...process.env, BIDI_RELAY: `ws://127.0.0.1:${String((relay.address() as AddressInfo).port)}` },
    firefoxUserPrefs: preferences,
  });
  return visiting(browser, () => {
    for (const client of relay.clients) client.terminate();
    relay.close();
  });
}

/**
 * Passes the messages of a connection between Playwright and the Firefox whose port the path begins with. Playwright
 * sets the colour scheme of all visitors by a command that this Firefox does not know yet, and takes its refusal for a
 * failure; so that command is answered here, and does nothing.
 */
function relayTo(playwright: WebSocket, request: IncomingMessage): void {
  const browser = new WebSocket(`ws://127.0.0.1:${(request.url ?? '').slice(1)}`);
  const opened = new Promise((resolve) => browser.once('open', resolve));
  playwright.on('message', (data: Buffer) => {
    const { id, method } = JSON.parse(data.toString()) as { id: number; method: string };
    if (method === 'emulation.setMediaFeaturesOverride')
      playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
    else
      void opened.then(() => {
        browser.send(data.toString());
      });
  });
  browser.on('message', (data: Buffer) => {
    playwright.send(data.toString());
  });
  playwright.on('close', () => {
    browser.close();
  });
  browser.on('close', () => {
    playwright.close();
  });
  browser.on('error', () => {
    playwright.close();
  });
}
