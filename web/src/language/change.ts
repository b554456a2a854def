import type { Language } from './messages.ts';
import { primarySubtag } from './tag.ts';

/** Returns the announcement of a switch to a text in that language, while the interface uses `words`. */
export function announcementOf(language: string, words: Language): string {
  const { messages } = words;
  // The interface is in English also if it has no words in the text's language, or could not load them.
  if (messages.language !== 'en' || primarySubtag(language) === 'en') return messages.language_changed;
  return `The article is now in ${englishNameOf(language)}.`;
}

function englishNameOf(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
