import { keep, recall } from '../page/storage.ts';
import { lookup } from './lookup.ts';

/** The languages that the host, the reader, the page and the browser state, in the order in which they count. */
export interface LanguagePreferences {
  /** The element's `lang` attribute, which is the host's decision for this article. */
  readonly attribute: string | null;
  /** The language that the reader chose before in an article of this publisher. */
  readonly stored: string | null;
  /** The language of the page around the article. */
  readonly page: string | null;
  /** The browser's languages, in the reader's order. */
  readonly browser: readonly string[];
}

export function chooseLanguage(
  preferences: LanguagePreferences,
  available: readonly string[],
  fallback: string,
): string {
  const ranges = [preferences.attribute, preferences.stored, preferences.page, ...preferences.browser];
  return lookup(ranges.filter(isStated), available, fallback);
}

/** Returns the language of the page around the element, which may itself be in a shadow tree. */
export function languageAround(element: Element): string | null {
  const around = element.parentElement?.closest('[lang]');
  if (around) return around.getAttribute('lang');
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host.getAttribute('lang') ?? languageAround(root.host);
  return document.documentElement.getAttribute('lang');
}

export function storedLanguage(publisher: string): string | null {
  return recall(storageKey(publisher));
}

export function storeLanguage(publisher: string, language: string): void {
  keep(storageKey(publisher), language);
}

/** Returns whether a language is stated; `lang=""` says that it is not known. */
export function isStated(range: string | null): range is string {
  return range !== null && range !== '';
}

function storageKey(publisher: string): string {
  return `broadside:language:${publisher}`;
}
