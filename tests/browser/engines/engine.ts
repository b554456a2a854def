import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { startFirefox } from './firefox.ts';
import { visiting } from './visiting.ts';
import { startWebKit } from './webkit.ts';

export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engines)[number];

/** A page of a visitor with whom nothing is stored, and what ends it. */
export interface Visit {
  readonly page: Page;
  close(): Promise<void>;
}

/** A running browser. Tests see the same pages of Playwright’s in each; `lacks` names what one engine cannot do. */
export interface Engine {
  visit(options: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** The engine in which this process tests, which the environment variable ENGINE names; Chromium if it is not set. */
export const engine: EngineName = named(process.env['ENGINE'] ?? 'chromium');

function named(name: string): EngineName {
  const found = engines.find((engine) => engine === name);
  if (!found) throw new Error(`ENGINE: must be one of ${engines.join(', ')}, not "${name}"`);
  return found;
}

/** Starts the engine in which this process tests. */
export async function startEngine(): Promise<Engine> {
  switch (engine) {
    case 'chromium':
      return visiting(await launchChromium());
    case 'firefox':
      return startFirefox();
    case 'webkit':
      return startWebKit();
  }
}

/**
 * Skips a test or suite, with the reason, in the engines that cannot run it:
 * `test('opens a tab', lacks({ webkit: 'Playwright does not see its new windows' }), …)`.
 */
export function lacks(reasons: Partial<Record<EngineName, string>>): { skip: string | false } {
  const reason = reasons[engine];
  return { skip: reason === undefined ? false : `not in ${engine}: ${reason}` };
}

// These are the reasons for which several tests are skipped in WebKit.
export const noWindows = 'Playwright does not see the windows that a page of Debian’s WebKit opens';
export const noScriptOff = 'Playwright cannot ask a page of Debian’s WebKit anything when its script is off';
