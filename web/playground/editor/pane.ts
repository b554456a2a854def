import { nameOfLanguage } from '../language-name.ts';
import type { Remark } from '../source/remark.ts';
import { TextEditor } from './editor.ts';

/** One of the two texts that are typed, with the choice of its language among those that there are. */
export class Pane {
  readonly #element: HTMLElement;
  readonly #select = document.createElement('select');
  readonly #editor: TextEditor;
  /** The language of the text that is shown; undefined if none is. */
  language: string | undefined;

  constructor(element: HTMLElement, heard: { typed: (language: string, text: string) => void; chosen: () => void }) {
    this.#element = element;
    const label = document.createElement('label');
    const words = Object.assign(document.createElement('span'), { className: 'spoken', textContent: 'Language' });
    label.append(words, this.#select);
    element.append(label);
    this.#editor = new TextEditor(element, (text) => {
      if (this.language !== undefined) heard.typed(this.language, text);
    });
    this.#select.addEventListener('change', () => {
      this.language = this.#select.value;
      heard.chosen();
    });
  }

  /** Opens a text; undefined hides the pane. */
  open(language: string | undefined, texts: ReadonlyMap<string, string>): void {
    this.language = language;
    this.#element.hidden = language === undefined;
    if (language === undefined) return;
    this.#select.replaceChildren(...[...texts.keys()].map((tag) => new Option(nameOfLanguage(tag), tag)));
    this.#select.value = language;
    this.#editor.open(language, texts.get(language) ?? '');
  }

  show(remarks: ReadonlyMap<string, readonly Remark[]>): void {
    if (this.language !== undefined) this.#editor.show(remarks.get(this.language) ?? []);
  }

  goTo(remark: Remark): void {
    this.#editor.goTo(remark);
  }
}
