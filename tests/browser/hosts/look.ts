import type { Page } from 'playwright-core';
import { defineComputedStyles } from './computed.ts';

/** The text of an element of the article, or one of its computed styles, by the element's path and the style's name. */
export type Look = ReadonlyMap<string, string>;

/** Waits until the page's article, its replies and their form are there. */
export async function untilWhole(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('broadside-article')?.shadowRoot?.querySelector('article'));
  await page.evaluate(() => {
    document.querySelector('broadside-article')?.scrollIntoView({ block: 'end', behavior: 'instant' });
  });
  await page.waitForFunction(() => {
    const root = document.querySelector('broadside-article')?.shadowRoot;
    const picture = root?.querySelector('img');
    return picture?.complete && root?.querySelector('form') && root.querySelector('.replies .empty');
  });
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
}

/** Returns how everything in the page's first article looks, computed to the last property. */
export async function lookOf(page: Page): Promise<Look> {
  await page.evaluate(defineComputedStyles);
  return new Map(Object.entries(JSON.parse(await page.evaluate(lookAsText)) as Record<string, string>));
}

function lookAsText(): string {
  const elements = [...(document.querySelector('broadside-article')?.shadowRoot?.querySelectorAll('*') ?? [])];
  const nameOf = (element: Element, i: number): string => `${i}, ${element.localName} ${element.className}`;
  const texts = elements.map((element, i) => [`${nameOf(element, i)}: text`, element.textContent]);
  return JSON.stringify({ ...computedStyles(elements, nameOf, /^$/), ...Object.fromEntries(texts) });
}

/** Returns what differs, in lines that give the name of the fact, its value, and the value that it should have. */
export function differences(found: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...found.keys(), ...expected.keys()])];
  return names
    .filter((name) => found.get(name) !== expected.get(name))
    .map((name) => `${name}: ${found.get(name) ?? 'missing'}, not ${expected.get(name) ?? 'missing'}`);
}
