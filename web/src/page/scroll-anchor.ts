import { selfAndAncestors } from './ancestors.ts';

/** Measures the height in the window of what a reader looks at; undefined if that is no longer in the page. */
export type ScrollAnchor = () => number | undefined;

/**
 * Changes the page and leaves the reader where they were: what `anchor` measures, before the change and after it, is
 * scrolled back to the height in the window that it had. Some browsers anchor scrolling themselves, but only for what
 * grows, not for a text that is replaced by another.
 */
export function keepScrollPosition(within: Element, anchor: ScrollAnchor | undefined, change: () => void): void {
  const before = anchor?.();
  change();
  const after = anchor?.();
  if (before === undefined || after === undefined || after === before) return;
  (scrollerOf(within) ?? window).scrollBy({ top: after - before, behavior: 'instant' });
}

export function anchorAt(element: Element): ScrollAnchor {
  return () => (element.isConnected ? element.getBoundingClientRect().top : undefined);
}

/**
 * Returns an anchor at the first of `parts`, which are given in the order of the page, that the reader has not scrolled past. A
 * reader who has passed them all reads what comes behind `whole`, which they are parts of. Where nothing has been scrolled there is
 * none, and the browser need not lay out the page before it has to paint it.
 */
export function anchorAmong(parts: Iterable<Element>, whole: Element): ScrollAnchor | undefined {
  if (scrollPosition(whole) === 0) return undefined;
  const top = topOfView(whole);
  for (const part of parts) if (part.getBoundingClientRect().bottom > top) return anchorAt(part);
  return () => whole.getBoundingClientRect().bottom;
}

/** Returns how far the element's surroundings have been scrolled. */
export function scrollPosition(element: Element): number {
  return (scrollerOf(element)?.scrollTop ?? 0) + (document.scrollingElement?.scrollTop ?? 0);
}

export function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Returns the upper edge of what a reader sees of the element's surroundings, as a height in the window. */
export function topOfView(element: Element): number {
  return Math.max(0, scrollerOf(element)?.getBoundingClientRect().top ?? 0);
}

/** Returns the box that scrolls the element, if it is not the window. */
function scrollerOf(element: Element): Element | undefined {
  for (const around of selfAndAncestors(element)) {
    if (around === document.scrollingElement || around === document.body) continue;
    const scrolls = around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY);
    if (scrolls) return around;
  }
  return undefined;
}
