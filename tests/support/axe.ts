import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
declare const globalThis: { axe: { run: (where: unknown, options: object) => Promise<AxeResults> } };

/** Returns what axe finds wrong with a page, including shadow trees and contrasts. */
export async function faultsOf(page: Page, where = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (where) =>
      globalThis.axe.run(where, {
        rules: {
          // WCAG 2.2 asks for targets of 24 pixels, which axe checks only if it is told to.
          'target-size': { enabled: true },
          // axe takes the colours that the reader's own replace for those that are painted.
          'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches },
        },
      }),
    where,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
