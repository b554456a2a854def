const names = new Intl.DisplayNames('en', { type: 'language' });

/** Returns the English name of a language, or its tag if it has none. */
export function nameOfLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
