import { selfAndAncestors } from './ancestors.ts';

/**
 * Changes the page and leaves the reader where they were: what `height` measures, before the change and after it, is
 * scrolled back to the height in the window that it had. Some browsers anchor scrolling themselves, but only for what
 * grows, not for a text that is replaced by another.
 */
export function keepPlace(within: Element, height: (() => number | undefined) | undefined, change: () => void): void {
  const before = height?.();
  change();
  const after = height?.();
  if (before === undefined || after === undefined || after === before) return;
  scrollerOf(within).scrollBy({ top: after - before, behavior: 'instant' });
}

export function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function scrollerOf(element: Element): Element | Window {
  for (const around of selfAndAncestors(element)) {
    if (around === document.scrollingElement || around === document.body) continue;
    const scrolls = around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY);
    if (scrolls) return around;
  }
  return window;
}
