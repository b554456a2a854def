import { noOpener } from '../generated/rules.ts';

export type Action =
  { readonly label: string; readonly run: () => void } | { readonly label: string; readonly href: string };

const roles = { problem: 'alert', status: 'status', waiting: undefined } as const;

/** A sentence of the loader's own, with something to do about it. It needs no core. */
export class Notice {
  readonly #end: ChildNode;
  #shown: HTMLElement | undefined;
  #language = '';

  /** The notice stands before `end`. */
  constructor(end: ChildNode) {
    this.#end = end;
  }

  /** The language of the sentence (BCP 47). */
  set language(language: string) {
    this.#language = language;
    if (this.#shown) this.#shown.lang = language;
  }

  /** Shows a sentence. A screen reader reads a `problem` at once, a `status` when it can, and `waiting` not at all. */
  show(kind: keyof typeof roles, text: string, action?: Action): void {
    this.clear();
    const paragraph = document.createElement('p');
    paragraph.className = kind;
    paragraph.lang = this.#language;
    const role = roles[kind];
    if (role) paragraph.setAttribute('role', role);
    if (text !== '') paragraph.append(text, ' ');
    if (action) paragraph.append(make(action));
    this.#end.before(paragraph);
    this.#shown = paragraph;
  }

  get element(): HTMLElement | undefined {
    return this.#shown;
  }

  hasFocus(): boolean {
    return this.#shown?.matches(':focus-within') === true;
  }

  clear(): void {
    this.#shown?.remove();
    this.#shown = undefined;
  }
}

function make(action: Action): HTMLElement {
  if ('href' in action) {
    const link = document.createElement('a');
    link.href = action.href;
    link.rel = noOpener;
    link.append(action.label);
    return link;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.append(action.label);
  button.addEventListener('click', action.run);
  return button;
}
