import { BroadsideError, report } from '../events/errors.ts';
import { isStated, languageAround } from '../language/choice.ts';
import type { Language } from '../language/messages.ts';
import { languageFor, loadLanguage } from '../language/words.ts';

/**
 * The interface's words for what one element shows: in the language of the text, or while that is not known, in the first of
 * those that element, page and browser name.
 */
export class Words {
  readonly #element: HTMLElement;
  readonly #end: AbortSignal;

  constructor(element: HTMLElement, end: AbortSignal) {
    this.#element = element;
    this.#end = end;
  }

  /** Returns the words as far as they are loaded; English where they are not. */
  in(language = ''): Language {
    return languageFor(this.#ranges(language));
  }

  /** Returns the words once they are here; English where they cannot be had. */
  async load(language = ''): Promise<Language> {
    try {
      return await loadLanguage(this.#ranges(language));
    } catch (thrown) {
      if (!this.#end.aborted) report(this.#element, BroadsideError.from(thrown, 'messages', language));
      return languageFor([]);
    }
  }

  /** Has the words come before they are asked for. Whether they came shows when they are. */
  prefetch(language: string): void {
    loadLanguage(this.#ranges(language)).catch(() => {});
  }

  #ranges(language: string): readonly string[] {
    if (language !== '') return [language];
    return [this.#element.getAttribute('lang'), languageAround(this.#element), ...navigator.languages].filter(isStated);
  }
}
