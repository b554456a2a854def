import type { Region } from '../tree/patch.ts';

/**
 * The menu of an article's languages, which opens without script. With it, Escape closes it and goes no further, and so
 * does whatever the reader turns to outside of it.
 */
export class LanguageMenu {
  readonly #article: Region;

  constructor(box: HTMLElement, article: Region, signal: AbortSignal) {
    this.#article = article;
    box.addEventListener('keydown', this.#keydown, { signal });
    // Focus that stays in a shadow tree is not told outside of it.
    for (const place of [box, document]) {
      for (const type of ['pointerdown', 'focusin']) place.addEventListener(type, this.#leave, { signal });
    }
  }

  /** Closes it. The focus, which would be lost with what it was on, stays at the menu. */
  close(): void {
    const menu = this.#opened();
    if (!menu) return;
    const hadFocus = menu.matches(':focus-within');
    menu.open = false;
    if (hadFocus) menu.querySelector('summary')?.focus({ preventScroll: true });
  }

  /** An article's text may have such elements too, but none in a place with this class. */
  #opened(): HTMLDetailsElement | null | undefined {
    return this.#article.element?.querySelector<HTMLDetailsElement>('.languages > details[open]');
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#opened()) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #leave = (event: Event): void => {
    const menu = this.#opened();
    if (menu && !event.composedPath().includes(menu)) menu.open = false;
  };
}
