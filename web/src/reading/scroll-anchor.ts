import { anchorAmong, anchorAt, isInWindow, type ScrollAnchor, topOfView } from '../page/scroll-anchor.ts';
import type { Stage } from '../stage/stage.ts';

/**
 * Returns an anchor at what the reader looks at: what they have just used, or what they see first of the article's blocks and of
 * the parts of the conversation below it.
 */
export function anchorOfReader({ article, root }: Stage, conversation: readonly Element[]): ScrollAnchor | undefined {
  const focused = root.activeElement;
  if (focused && isInWindow(focused)) return anchorAt(focused);
  const blocks = (): Element[] => [...(article.element?.lastElementChild?.children ?? [])];
  const top = topOfView(root.host);
  const first = blocks().findIndex((block) => block.getBoundingClientRect().bottom > top);
  if (first < 0) return anchorAmong(article.element ? conversation : [root.host], root.host);
  // A translation has other elements, but about as many.
  return first > 0 ? () => blocks()[first]?.getBoundingClientRect().top : undefined;
}
