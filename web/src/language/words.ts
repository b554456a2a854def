import en from '../../messages/en.json' with { type: 'json' };
import { bundleAddress } from '../bundle/address.ts';
import { MessageFiles } from './message-files.ts';
import type { Language } from './messages.ts';

// Set by the build: the SHA-256 in Base64 of the file of each language but English, which is in the bundle.
declare const MESSAGE_HASHES: Readonly<Record<string, string>>;

const files = new MessageFiles(MESSAGE_HASHES, bundleAddress, en);

/** The interface's words for a text of the first of these languages that there are any for, as far as they are loaded. */
export function languageFor(ranges: readonly string[]): Language {
  return files.languageFor(ranges);
}

/** The same, once they are loaded. Throws a BroadsideError with the code `messages` where they cannot be had. */
export function loadLanguage(ranges: readonly string[]): Promise<Language> {
  return files.load(ranges);
}
