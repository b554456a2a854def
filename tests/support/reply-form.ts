import type { Page } from 'playwright-core';

/** Fills in the reply form of the page's only article, except for the website. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Name').fill('Ana');
  await page.getByLabel('E-mail').fill('ana@example.com');
  await page.getByLabel('Your reply').fill(text);
}
