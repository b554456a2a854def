import { BroadsideError, report } from '../events/errors.ts';
import { isStated, languageAround } from '../language/choice.ts';
import type { Language } from '../language/messages.ts';
import { languageFor, loadLanguage } from '../language/words.ts';

/**
 * The interface's words for what one element shows. They are in the language of the text, or while that is not known, in the first
 * language for which there are words of those that the element, the page and the browser name.
 */
export class Words {
  readonly #element: HTMLElement;
  readonly #end: AbortSignal;

  constructor(element: HTMLElement, end: AbortSignal) {
    this.#element = element;
    this.#end = end;
  }

  /** Returns the words if they are loaded, and else the English ones. */
  in(language = ''): Language {
    return languageFor(this.#ranges(language));
  }

  /** Loads the words and returns them, or the English ones if they cannot be loaded. */
  async load(language = ''): Promise<Language> {
    try {
      return await loadLanguage(this.#ranges(language));
    } catch (thrown) {
      if (!this.#end.aborted) report(this.#element, BroadsideError.from(thrown, 'messages', language));
      return languageFor([]);
    }
  }

  /** Loads the words before they are needed. A failure is reported only when they are. */
  prefetch(language: string): void {
    loadLanguage(this.#ranges(language)).catch(() => {});
  }

  #ranges(language: string): readonly string[] {
    if (language !== '') return [language];
    return [this.#element.getAttribute('lang'), languageAround(this.#element), ...navigator.languages].filter(isStated);
  }
}
