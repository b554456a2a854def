import en from '../../messages/en.json' with { type: 'json' };
import { bundleAddress } from '../bundle/address.ts';
import { Languages } from './languages.ts';
import { MessageFiles } from './message-files.ts';
import type { Language } from './messages.ts';

// The build sets these: the languages that have a file, which are all but English, with spaces between, and the hash of the
// list of these files' hashes.
declare const MESSAGE_TAGS: string;
declare const MESSAGE_LIST_HASH: string;

const files = new MessageFiles(MESSAGE_LIST_HASH, bundleAddress);
const languages = new Languages(MESSAGE_TAGS.split(' '), en, (tag) => files.fetch(tag));
let names: string | undefined;

/** Returns the words for the first of these languages that has any, if they are loaded, and else the English ones. */
export function languageFor(ranges: readonly string[]): Language {
  return languages.languageFor(ranges);
}

/** Loads the words for the first of these languages that has any. Throws a BroadsideError with the code `messages`. */
export function loadLanguage(ranges: readonly string[]): Promise<Language> {
  return languages.load(ranges);
}

/** Loads the names of languages, as the core takes them. Throws a BroadsideError with the code `messages`. */
export async function loadNames(): Promise<string> {
  return (names ??= await files.fetch<string>('names'));
}
