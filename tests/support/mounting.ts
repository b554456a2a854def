import type { Page } from 'playwright-core';

/** Puts an element into the page and removes it again once its article is there, so many times, one after the other. */
export function mountAndRemove(page: Page, src: string, times: number): Promise<void> {
  return page.evaluate(
    async ({ src, times }) => {
      for (let i = 0; i < times; i++) {
        const element = document.createElement('broadside-article');
        element.setAttribute('src', src);
        const ready = new Promise((resolve) => {
          element.addEventListener('broadside:ready', resolve);
        });
        document.body.append(element);
        await ready;
        element.remove();
        // A page has other things to do before the next.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    { src, times },
  );
}
