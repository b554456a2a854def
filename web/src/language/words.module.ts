import en from '../../messages/en.json' with { type: 'json' };
import modules, { type Module } from 'broadside-words';
import { BroadsideError } from '../events/errors.ts';
import { Languages } from './languages.ts';
import type { Language, Messages } from './messages.ts';

// The npm package has this in place of words.ts: each language is a module, which every bundler finds and splits off.
const { names, ...words } = modules;
const languages = new Languages(Object.keys(words), en, (tag) => load<Messages>(tag, words[tag]));

export function languageFor(ranges: readonly string[]): Language {
  return languages.languageFor(ranges);
}

export function loadLanguage(ranges: readonly string[]): Promise<Language> {
  return languages.load(ranges);
}

export function loadNames(): Promise<string> {
  return load('names', names);
}

async function load<Content>(name: string, module: Module | undefined): Promise<Content> {
  try {
    return (await module?.())?.default as Content;
  } catch (thrown) {
    throw BroadsideError.from(thrown, 'messages', name);
  }
}
