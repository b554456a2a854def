import type { Region } from '../tree/patch.ts';

/**
 * The menu of an article's languages, which opens without script. With it, Escape closes it and goes no further, and so
 * does whatever the reader turns to outside of it.
 */
export class LanguageMenu {
  readonly #article: Region;
  #open: HTMLDetailsElement | undefined;

  constructor(box: HTMLElement, article: Region, signal: AbortSignal) {
    this.#article = article;
    // It does not bubble.
    box.addEventListener('toggle', this.#toggle, { capture: true, signal });
    box.addEventListener('keydown', this.#keydown, { signal });
    // Focus that stays in a shadow tree is not told outside of it.
    for (const place of [box, document]) {
      for (const type of ['pointerdown', 'focusin']) place.addEventListener(type, this.#leave, { signal });
    }
  }

  /** Closes it. The focus, which would be lost with what it was on, stays at the menu. */
  close(): void {
    if (!this.#open) return;
    const summary = this.#open.querySelector('summary');
    const hadFocus = this.#open.matches(':focus-within');
    this.#open.open = false;
    this.#open = undefined;
    if (hadFocus) summary?.focus({ preventScroll: true });
  }

  readonly #toggle = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLDetailsElement)) return;
    // An article's text may have such elements too.
    if (this.#article.treeOf(target.parentNode)?.attributes.get('class') !== 'languages') return;
    this.#open = target.open ? target : undefined;
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #leave = (event: Event): void => {
    if (!this.#open || event.composedPath().includes(this.#open)) return;
    this.#open.open = false;
    this.#open = undefined;
  };
}
