import type { Fields } from '../core/requests.ts';
import type { CheckedElement } from '../tree/check.ts';
import type { Draft, Drafts, KeptDraft } from './draft.ts';
import { fieldsOf } from './fields.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * The text that a reader writes in one form: its fields, and the draft that is kept of them. The fields are held by reference; they are
 * noted when the core's own tree is painted, and never looked up in the page.
 */
export class Writing {
  readonly #fields = new Map<string, Field>();
  readonly #drafts: Drafts;
  #draft: Draft;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    this.#draft = drafts.open();
  }

  /** Notes a field, and fills it from the draft. */
  note(element: HTMLElement, { attributes }: CheckedElement): void {
    // Task lists in replies are input elements too, without a name.
    const name = attributes.get('name');
    if (name === undefined) return;
    const field = element as Field;
    this.#fields.set(name, field);
    field.value = this.#draft.fields[name as keyof Fields];
  }

  has(target: EventTarget | null): boolean {
    return [...this.#fields.values()].some((field) => field === target);
  }

  focus(name: string | undefined): void {
    this.#fields.get(name ?? '')?.focus();
  }

  read(): Fields {
    // A field may hold half a surrogate pair, which UTF-8 cannot express.
    return fieldsOf((name) => (this.#fields.get(name)?.value ?? '').replace(/\p{Surrogate}/gu, '\ufffd'));
  }

  /** Returns whether the draft is to be sent as soon as there is a network. */
  get waits(): boolean {
    return this.#draft.waits === true;
  }

  /** Keeps what the fields hold now as the draft, which waits for the network or does not. */
  keep(waits = false): KeptDraft {
    const draft = this.#drafts.keep({ ...this.#draft, fields: this.read(), waits });
    this.#draft = draft;
    return draft;
  }

  /** Forgets a draft that was sent. */
  forget(sent: KeptDraft): void {
    this.#drafts.clear(sent);
    this.#draft = this.#drafts.open();
  }

  /**
   * Empties the text's field if it holds what has been sent, and returns whether it did. Any other text is the next draft, and
   * kept.
   */
  clearSent(sent: Fields): boolean {
    const { text } = this.read();
    const field = this.#fields.get('text');
    if (text === sent.text && field) {
      field.value = '';
      this.#draft = this.#drafts.open();
      return true;
    }
    if (text !== '') this.keep();
    return false;
  }
}
