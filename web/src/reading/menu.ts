import type { Part } from '../lifetime/part.ts';
import type { Stage } from '../stage/stage.ts';

/**
 * The menu of an article's languages. It opens without script; with script, Escape closes it and goes no further, and it closes
 * when the reader turns to anything outside it.
 */
export class LanguageMenu implements Part {
  readonly #stage: Stage;
  readonly #end: AbortSignal;

  constructor(stage: Stage, end: AbortSignal) {
    this.#stage = stage;
    this.#end = end;
  }

  connect(): void {
    const { box } = this.#stage;
    const listening = { signal: this.#end };
    box.addEventListener('keydown', this.#keydown, listening);
    // A move of the focus within a shadow tree fires no event outside it.
    for (const place of [box, document]) {
      for (const type of ['pointerdown', 'focusin']) place.addEventListener(type, this.#leave, listening);
    }
  }

  /** Closes the menu. The focus moves from the entry, which disappears, to the menu's button. */
  close(): void {
    const menu = this.#opened();
    if (!menu) return;
    const hadFocus = menu.matches(':focus-within');
    menu.open = false;
    if (hadFocus) menu.querySelector('summary')?.focus({ preventScroll: true });
  }

  /** Returns the menu if it is open. An article's text may hold such elements too, but none inside this class. */
  #opened(): HTMLDetailsElement | null | undefined {
    return this.#stage.article.element?.querySelector<HTMLDetailsElement>('.languages > details[open]');
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
