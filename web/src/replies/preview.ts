import type { Core } from '../core/core.ts';
import type { Fields, Problem } from '../core/requests.ts';

/** The preview of a reply, which the reader opens and closes. */
export class Preview {
  readonly #core: Core;
  #text: string | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The Markdown to show; undefined while the preview is closed. */
  get text(): string | undefined {
    return this.#text;
  }

  /**
   * Opens the preview or updates it, and returns the problems that keep it closed: a text that is too long to be sent is not
   * rendered either, since it could be a book.
   */
  open(fields: Fields): readonly Problem[] {
    const { problems } = this.#core.validate(fields);
    const tooLong = problems.filter(({ field, code }) => field === 'text' && code === 'too-long');
    this.#text = tooLong.length > 0 ? undefined : fields.text;
    return tooLong;
  }

  close(): void {
    this.#text = undefined;
  }
}
