import { fetchBundleFile } from '../bundle/file.ts';
import { BroadsideError } from '../events/errors.ts';
import { lookup } from './lookup.ts';
import type { Language, Messages } from './messages.ts';

// The words around an article are waited for at most this many milliseconds.
const fetchTimeout = 5_000;

/** The list of the files, which is a file itself. Hashes are SHA-256 in Base64. */
export interface MessageList {
  /** The languages of the files, with spaces between. */
  readonly tags: string;
  /** The hash of the list, which is a JSON object of each file's hash by language tag. */
  readonly hash: string;
}

/**
 * The interface's words, which are files beside the bundle, and a list of their hashes, whose own hash the bundle knows. A page
 * downloads those that it uses, and uses the English words while others are not loaded or cannot be.
 */
export class MessageFiles {
  readonly #tags: readonly string[];
  readonly #listHash: string;
  readonly #folder: string;
  readonly #english: Language;
  readonly #loaded = new Map<string, Language>();
  readonly #loading = new Map<string, Promise<Language>>();
  #hashes: Promise<Record<string, string>> | undefined;

  constructor({ tags, hash }: MessageList, folder: string, english: Messages) {
    this.#tags = ['en', ...tags.split(' ')];
    this.#listHash = hash;
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
    const known = this.#loaded.get(tag);
    if (known) return known;
    const loading = this.#loading.get(tag) ?? this.#load(tag);
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
    return lookup(ranges, this.#tags, 'en');
  }

  async #load(tag: string): Promise<Language> {
    const signal = AbortSignal.timeout(fetchTimeout);
    this.#hashes ??= this.#fetch('words', this.#listHash, signal) as Promise<Record<string, string>>;
    try {
      const { [tag]: hash = '' } = await this.#hashes;
      return language((await this.#fetch(tag, hash, signal)) as Messages);
    } catch (thrown) {
      this.#hashes = undefined;
      throw thrown;
    }
  }

  async #fetch(name: string, hash: string, signal: AbortSignal): Promise<unknown> {
    const address = new URL(messageFile(name, hash), this.#folder);
    try {
      const response = await fetchBundleFile(address, { integrity: `sha256-${hash}`, signal }, 'messages');
      return await response.json();
    } catch (thrown) {
      throw BroadsideError.from(thrown, 'messages', address.href);
    }
  }
}

/** Returns the name of a language's file, or of the list (`words`). It changes with the content, so that browsers may keep the file for ever. */
export function messageFile(tag: string, hash: string): string {
  return `broadside-${tag}.${hash.slice(0, 12).replaceAll('+', '-').replaceAll('/', '_')}.json`;
}

function language(messages: Messages): Language {
  return { messages, direction: messages.cldr.direction === 'rtl' ? 'rtl' : 'ltr' };
}
