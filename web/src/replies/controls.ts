import type { Fields } from '../core/requests.ts';
import type { CheckedElement } from '../tree/check.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * The form's fields and the buttons, by reference: noted when the core's own trees are painted, and never looked up in the
 * page, where content of others could bear their names.
 */
export class Controls {
  /** What new fields start with. */
  fill: Partial<Fields> = {};
  readonly #fields = new Map<string, Field>();
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #actions = new WeakMap<EventTarget, string>();
  readonly #items = new Map<string, HTMLElement>();

  readonly note = (element: HTMLElement, { name, attributes }: CheckedElement): void => {
    if (name === 'button') this.#noteButton(element, attributes.get('value'));
    if (name === 'input' || name === 'textarea') this.#noteField(element as Field, attributes.get('name'));
    const id = attributes.get('id');
    if (name === 'li' && id !== undefined) this.#items.set(id, element);
  };

  field(name: string | undefined): Field | undefined {
    return this.#fields.get(name ?? '');
  }

  button(value: string): HTMLElement | undefined {
    return this.#buttons.get(value);
  }

  /** The list item that shows a reply. */
  item(reply: string): HTMLElement | undefined {
    return this.#items.get(`reply-${reply}`);
  }

  isField(target: EventTarget | null): boolean {
    return [...this.#fields.values()].some((field) => field === target);
  }

  /** What the button that was clicked is for, if it was one of ours. */
  pressed(event: Event): string | undefined {
    const button = event.composedPath().find((target) => this.#actions.has(target));
    return button && this.#actions.get(button);
  }

  read(): Fields {
    // Half a character, which a field may hold, is none in UTF-8.
    const value = (name: string): string => (this.#fields.get(name)?.value ?? '').replace(/\p{Surrogate}/gu, '\ufffd');
    return { name: value('name'), email: value('email'), website: value('website'), text: value('text') };
  }

  clearText(): void {
    const text = this.#fields.get('text');
    if (text) text.value = '';
  }

  #noteButton(element: HTMLElement, value: string | undefined): void {
    if (value === undefined) return;
    this.#buttons.set(value, element);
    this.#actions.set(element, value);
  }

  #noteField(element: Field, name: string | undefined): void {
    // Task lists in replies are input elements too, without a name.
    if (name === undefined) return;
    this.#fields.set(name, element);
    element.value = this.fill[name as keyof Fields] ?? '';
  }
}
