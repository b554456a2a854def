/** The attributes whose value is one of a few words. */
const words = {
  theme: ['auto', 'light', 'dark'],
  replies: ['on', 'off'],
  loading: ['eager', 'lazy'],
  html: ['drop', 'escape', 'sanitize'],
  embeds: ['on', 'off'],
} as const;
type Words = typeof words;

export const attributes: readonly string[] = ['src', 'lang', 'heading-level', ...Object.keys(words)];

/** The word that an attribute has, if it is one that is known. */
export function wordOf<Name extends keyof Words>(element: Element, attribute: Name): Words[Name][number] | undefined {
  const known: readonly Words[Name][number][] = words[attribute];
  return known.find((word) => word === element.getAttribute(attribute));
}

export function isHeadingLevel(value: string): boolean {
  return /^[1-6]$/.test(value);
}

/** Returns what an attribute must be whose value is wrong; undefined where it is right. */
export function faultOf(attribute: string, value: string): string | undefined {
  if (attribute === 'heading-level') return isHeadingLevel(value) ? undefined : 'must be a number from 1 to 6';
  if (attribute === 'lang') return isLanguage(value) ? undefined : 'must be a language tag, such as en or pt-BR';
  if (!isWordly(attribute)) return undefined;
  const known: readonly string[] = words[attribute];
  return known.includes(value) ? undefined : `must be one of ${known.join(', ')}`;
}

function isWordly(attribute: string): attribute is keyof Words {
  return Object.hasOwn(words, attribute);
}

/**
 * Returns whether it is a tag that begins with a language as ISO 639 writes them, of two or three letters. BCP 47 has room for longer
 * ones, of which there are none: `english` is well-formed. An empty one says that the language is not known.
 */
function isLanguage(value: string): boolean {
  if (value === '' || /^[ix]-/i.test(value)) return true;
  try {
    return /^[a-z]{2,3}(-|$)/i.test(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
