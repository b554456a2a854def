import en from '../../messages/en.json' with { type: 'json' };
import { bundleAddress } from '../bundle/address.ts';
import { MessageFiles } from './message-files.ts';
import type { Language } from './messages.ts';

// The build sets this: the SHA-256 in Base64 of the file of each language but English, which is in the bundle.
declare const MESSAGE_HASHES: Readonly<Record<string, string>>;

const files = new MessageFiles(MESSAGE_HASHES, bundleAddress, en);

/** Returns the words for the first of these languages that has any, if they are loaded, and else the English ones. */
export function languageFor(ranges: readonly string[]): Language {
  return files.languageFor(ranges);
}

/** Loads the words for the first of these languages that has any. Throws a BroadsideError with the code `messages`. */
export function loadLanguage(ranges: readonly string[]): Promise<Language> {
  return files.load(ranges);
}
