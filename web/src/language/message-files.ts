import { fetchBundleFile } from '../bundle/file.ts';
import { BroadsideError } from '../events/errors.ts';

// The words around an article are waited for at most this many milliseconds.
const fetchTimeout = 5_000;

/**
 * The files of the interface's words beside the bundle, and a list of their hashes, whose own hash the bundle knows. Hashes are
 * SHA-256 in Base64.
 */
export class MessageFiles {
  readonly #listHash: string;
  readonly #folder: string;
  #hashes: Promise<Record<string, string>> | undefined;

  /** `listHash` is that of the list, which is a JSON object of each file's hash by language tag. */
  constructor(listHash: string, folder: string) {
    this.#listHash = listHash;
    this.#folder = folder;
  }

  /** Returns a file's content, which its hash tells to be the build's: Messages, or the names of languages. Throws a BroadsideError with the code `messages`. */
  async fetch<Content>(name: string): Promise<Content> {
    const signal = AbortSignal.timeout(fetchTimeout);
    const { [name]: hash = '' } = await this.#list(signal);
    return (await this.#get(name, hash, signal)) as Content;
  }

  /** Returns the files' hashes. They are fetched once, and after a failure again at the next call. */
  #list(signal: AbortSignal): Promise<Record<string, string>> {
    return (this.#hashes ??= this.#get('words', this.#listHash, signal).catch((thrown: unknown) => {
      this.#hashes = undefined;
      throw thrown;
    }) as Promise<Record<string, string>>);
  }

  async #get(name: string, hash: string, signal: AbortSignal): Promise<unknown> {
    const address = new URL(messageFile(name, hash), this.#folder);
    try {
      const response = await fetchBundleFile(address, { integrity: `sha256-${hash}`, signal }, 'messages');
      return await response.json();
    } catch (thrown) {
      throw BroadsideError.from(thrown, 'messages', address.href);
    }
  }
}

/** Returns the name of a language's file, of the list (`words`) or of the languages' names (`names`). It changes with the content, so that browsers may keep the file for ever. */
export function messageFile(tag: string, hash: string): string {
  return `broadside-${tag}.${hash.slice(0, 12).replaceAll('+', '-').replaceAll('/', '_')}.json`;
}
