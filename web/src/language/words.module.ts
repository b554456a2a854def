import en from '../../messages/en.json' with { type: 'json' };
import modules from 'broadside-words';
import { BroadsideError } from '../events/errors.ts';
import { Languages } from './languages.ts';
import type { Language, Messages } from './messages.ts';

// The npm package has this in place of words.ts: each language is a module, which every bundler finds and splits off.
const languages = new Languages(Object.keys(modules), en, async (tag) => {
  try {
    return (await modules[tag]?.())?.default as Messages;
  } catch (thrown) {
    throw BroadsideError.from(thrown, 'messages', tag);
  }
});

export function languageFor(ranges: readonly string[]): Language {
  return languages.languageFor(ranges);
}

export function loadLanguage(ranges: readonly string[]): Promise<Language> {
  return languages.load(ranges);
}
