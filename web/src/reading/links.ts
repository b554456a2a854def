import { focusOnce } from '../page/focus.ts';

/** Returns the link on which an event happened, or inside which. */
export function linkOf(event: Event): HTMLAnchorElement | undefined {
  return event.composedPath().find((target) => target instanceof HTMLAnchorElement);
}

// A pointer passes other links on its way to one; the reader rests on it for so many milliseconds.
const restTime = 80;

/** Calls `tell` with each link on which the reader rests with the pointer or the focus, since they may follow it next. */
export function watchIntent(root: HTMLElement, tell: (link: HTMLAnchorElement) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = (): void => {
    clearTimeout(timer);
  };
  const enter = (event: Event): void => {
    leave();
    const link = linkOf(event);
    if (link)
      timer = setTimeout(() => {
        tell(link);
      }, restTime);
  };
  for (const type of ['pointerover', 'focusin']) root.addEventListener(type, enter, { signal });
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, leave, { signal });
}

/** Returns whether a click asks for the link itself, and not for a new tab, a download or a menu. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/**
 * Scrolls to an element inside the shadow tree. The platform's own `#…` never looks there, and would change the host's address.
 * The focus moves along, so that the keyboard continues from there. Back leads to where the reader was, by an entry of the
 * session history that has the same address and state, so that a router of the host has nothing to do.
 */
export function goTo(target: HTMLElement): void {
  history.pushState(history.state, '');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ behavior: still ? 'instant' : 'smooth', block: 'start' });
  focusOnce(target);
}
