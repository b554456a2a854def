import { focusOnce } from '../page/focus.ts';

/** The link that something happened to. */
export function linkOf(event: Event): HTMLAnchorElement | undefined {
  return event.composedPath().find((target) => target instanceof HTMLAnchorElement);
}

// A pointer on its way to a link passes others.
const rest = 80;

/** Tells of each link that the reader stays on, with the pointer or the keyboard: it may be the next they follow. */
export function watchIntent(root: HTMLElement, tell: (link: HTMLAnchorElement) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = (): void => {
    clearTimeout(timer);
  };
  const come = (event: Event): void => {
    leave();
    const link = linkOf(event);
    if (link)
      timer = setTimeout(() => {
        tell(link);
      }, rest);
  };
  for (const type of ['pointerover', 'focusin']) root.addEventListener(type, come, { signal });
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, leave, { signal });
}

/** Whether a click asks for the link itself, not for a new tab, a download or a menu of it. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/**
 * Goes to a place inside the shadow tree: the platform's own `#…` never looks there, and would change the host's address.
 * Focus goes along, so that the keyboard continues from there; and Back leads to where the reader was, by an entry of the
 * session history that differs in nothing, so that no router of the host's has anything to do.
 */
export function goTo(target: HTMLElement): void {
  history.pushState(history.state, '');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ behavior: still ? 'instant' : 'smooth', block: 'start' });
  focusOnce(target);
}
