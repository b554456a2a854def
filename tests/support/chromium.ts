import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox', // Chromium's own sandbox does not run as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1', // a test answers its own requests
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Debian's Chromium without a window. Playwright turns off some features, which a test may need (`without` these flags). */
export function launchChromium(without: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags, ignoreDefaultArgs: without });
}
