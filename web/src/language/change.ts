import type { Language } from './messages.ts';
import { primarySubtag } from './tag.ts';

/** Returns what is read out after a switch to a text in that language, around which the interface speaks `words`. */
export function announcementOf(language: string, words: Language): string {
  const { messages } = words;
  // English is also what the interface speaks where it has, or gets, no words in the text's language.
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
