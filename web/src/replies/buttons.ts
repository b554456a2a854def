import type { CheckedElement } from '../tree/check.ts';

/** A button that was pressed. */
export interface Pressed {
  readonly action: string;
  readonly button: HTMLElement;
  /** The id of the reply at which it stands; empty if it does not stand at one. */
  readonly reply: string;
}

/**
 * The buttons of one region, held by reference. They are noted when the core's own tree is painted, and never looked up in the
 * page, where other content could have the same names.
 */
export class Buttons {
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #known = new WeakMap<EventTarget, Pressed>();

  note(button: HTMLElement, { name, attributes }: CheckedElement): void {
    const action = attributes.get('value');
    if (name !== 'button' || action === undefined) return;
    this.#buttons.set(action, button);
    const reply = attributes.get('id')?.slice(`reply-${action}-`.length) ?? '';
    this.#known.set(button, { action, button, reply });
  }

  /** Returns the button that does this. */
  get(action: string): HTMLElement | undefined {
    return this.#buttons.get(action);
  }

  /** Returns the button that was clicked, if it is one of these. */
  pressed(event: Event): Pressed | undefined {
    const button = event.composedPath().find((target) => this.#known.has(target));
    return button && this.#known.get(button);
  }
}
