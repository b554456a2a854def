import type { CheckedElement } from '../tree/check.ts';

/**
 * The buttons of one region, held by reference. They are noted when the core's own tree is painted, and never looked up in the
 * page, where other content could have the same names.
 */
export class Buttons {
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #actions = new WeakMap<EventTarget, string>();

  note(element: HTMLElement, { name, attributes }: CheckedElement): void {
    const action = attributes.get('value');
    if (name !== 'button' || action === undefined) return;
    this.#buttons.set(action, element);
    this.#actions.set(element, action);
  }

  /** Returns the button that does this. */
  get(action: string): HTMLElement | undefined {
    return this.#buttons.get(action);
  }

  /** Returns what the button that was clicked does, if it is one of these. */
  pressed(event: Event): string | undefined {
    const button = event.composedPath().find((target) => this.#actions.has(target));
    return button && this.#actions.get(button);
  }
}
