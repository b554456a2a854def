import { LanguageList } from './lookup.ts';
import type { Language, Messages } from './messages.ts';

/** Fetches the interface's words in a language. */
export type FetchWords = (tag: string) => Promise<Messages>;

/** The interface's words, by language. A page fetches those that it uses, and uses the English words while others are not there or cannot be had. */
export class Languages {
  readonly #tags: LanguageList;
  readonly #english: Language;
  readonly #fetch: FetchWords;
  readonly #loaded = new Map<string, Language>();
  readonly #loading = new Map<string, Promise<Language>>();

  /** `tags` are the languages that can be fetched. */
  constructor(tags: readonly string[], english: Messages, fetch: FetchWords) {
    this.#tags = new LanguageList(['en', ...tags]);
    this.#english = language(english);
    this.#loaded.set('en', this.#english);
    this.#fetch = fetch;
  }

  languageFor(ranges: readonly string[]): Language {
    return this.#loaded.get(this.#find(ranges)) ?? this.#english;
  }

  /** Loads the words and returns them. They are fetched once, and after a failure again at the next call. */
  async load(ranges: readonly string[]): Promise<Language> {
    const tag = this.#find(ranges);
    const known = this.#loaded.get(tag);
    if (known) return known;
    const loading = this.#loading.get(tag) ?? this.#fetch(tag).then(language);
    this.#loading.set(tag, loading);
    try {
      const language = await loading;
      this.#loaded.set(tag, language);
      return language;
    } finally {
      this.#loading.delete(tag);
    }
  }

  #find(ranges: readonly string[]): string {
    return this.#tags.lookup(ranges) ?? 'en';
  }
}

function language(messages: Messages): Language {
  return { messages, direction: messages.cldr.direction === 'rtl' ? 'rtl' : 'ltr' };
}
