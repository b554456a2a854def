import { selfAndAncestors } from './ancestors.ts';
import { prefersDark } from './backdrop.ts';

/** Reactions to changes around an element. */
export interface Surroundings {
  /** The element's background, or an attribute of its own, may have another colour. */
  readonly recolored: () => void;
  /** Something around the element is in another language. */
  readonly translated: () => void;
}

/** Calls the reactions until the signal aborts. If the element moves, its surroundings have to be watched anew. */
export function watchSurroundings(
  element: Element,
  { recolored, translated }: Surroundings,
  signal: AbortSignal,
): void {
  const ancestors = new Set<EventTarget | null>(selfAndAncestors(element));
  const observer = new MutationObserver((records) => {
    recolored();
    if (records.some(({ attributeName, target }) => attributeName === 'lang' && target !== element)) translated();
  });
  for (const ancestor of selfAndAncestors(element)) observer.observe(ancestor, { attributes: true });
  // The head holds style sheets and <meta name="color-scheme">.
  observer.observe(document.head, { attributes: true, characterData: true, childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  matchMedia(prefersDark).addEventListener('change', recolored, { signal });
  // Style sheets may arrive later, and colours may change by a transition.
  const load = ({ target }: Event): void => {
    if (target && 'sheet' in target) recolored();
  };
  document.addEventListener('load', load, { signal, capture: true });
  const fade = ({ target }: Event): void => {
    if (ancestors.has(target)) recolored();
  };
  document.addEventListener('transitionend', fade, { signal });
}
