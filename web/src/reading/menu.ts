import type { Part } from '../lifetime/part.ts';
import type { Stage } from '../stage/stage.ts';

/**
 * The menu of an article's languages, which opens without script. With it, Escape closes it and goes no further, and so
 * does whatever the reader turns to outside of it.
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
    // Focus that stays in a shadow tree is not told outside of it.
    for (const place of [box, document]) {
      for (const type of ['pointerdown', 'focusin']) place.addEventListener(type, this.#leave, listening);
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
