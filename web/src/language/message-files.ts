import { fetchBundleFile } from '../bundle/file.ts';
import { BroadsideError } from '../events/errors.ts';
import { lookup } from './lookup.ts';
import type { Language, Messages } from './messages.ts';

// An article waits for the words around it for at most this many milliseconds.
const fetchTimeout = 5_000;

/**
 * The interface's words, which are files beside the bundle, whose hashes the bundle knows. A page downloads those that it uses, and
 * uses the English words while others are not loaded or cannot be.
 */
export class MessageFiles {
  readonly #hashes: ReadonlyMap<string, string>;
  readonly #folder: string;
  readonly #english: Language;
  readonly #loaded = new Map<string, Language>();
  readonly #loading = new Map<string, Promise<Language>>();

  constructor(hashes: Readonly<Record<string, string>>, folder: string, english: Messages) {
    this.#hashes = new Map(Object.entries(hashes));
    this.#folder = folder;
    this.#english = language(english);
    this.#loaded.set('en', this.#english);
  }

  languageFor(ranges: readonly string[]): Language {
    return this.#loaded.get(this.#find(ranges)) ?? this.#english;
  }

  /** Loads the words and returns them. Each file is fetched once, and after a failure again at the next call. */
  async load(ranges: readonly string[]): Promise<Language> {
    const tag = this.#find(ranges);
    const hash = this.#hashes.get(tag);
    if (this.#loaded.has(tag) || hash === undefined) return this.languageFor(ranges);
    const loading = this.#loading.get(tag) ?? this.#fetch(tag, hash);
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
    return lookup(ranges, ['en', ...this.#hashes.keys()], 'en');
  }

  async #fetch(tag: string, hash: string): Promise<Language> {
    const address = new URL(messageFile(tag, hash), this.#folder);
    const init = { integrity: `sha256-${hash}`, signal: AbortSignal.timeout(fetchTimeout) };
    try {
      const response = await fetchBundleFile(address, init, 'messages');
      return language((await response.json()) as Messages);
    } catch (thrown) {
      throw BroadsideError.from(thrown, 'messages', address.href);
    }
  }
}

/** Returns the name of a file, which changes with its content, so that browsers may keep the file for ever. */
export function messageFile(tag: string, hash: string): string {
  return `broadside-${tag}.${hash.slice(0, 12).replaceAll('+', '-').replaceAll('/', '_')}.json`;
}

function language(messages: Messages): Language {
  return { messages, direction: messages.cldr.direction === 'rtl' ? 'rtl' : 'ltr' };
}
