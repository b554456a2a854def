import { rawHtmlWords } from '../generated/rules.ts';
import { firstAttribute } from './first-attribute.ts';
import { faultOfTrust, trustAttributes } from './trust.ts';

/** The attributes whose value is one of a few words. */
export const attributeWords = {
  theme: ['auto', 'light', 'dark'],
  replies: ['on', 'off', 'link'],
  loading: ['eager', 'lazy'],
  html: rawHtmlWords,
  embeds: ['on', 'off'],
} as const;
type Words = typeof attributeWords;

export type Theme = Words['theme'][number];
export type Switch = Words['embeds'][number];
export type Replies = Words['replies'][number];
export type Loading = Words['loading'][number];

/**
 * The names of the attribute for the property `headingLevel`. A framework that writes `headingLevel` before the element is
 * defined sets an attribute of that name, which HTML writes in lower case.
 */
const headingLevels = ['heading-level', 'headinglevel'];

export const attributes: readonly string[] = [
  'src',
  'lang',
  ...headingLevels,
  ...trustAttributes,
  ...Object.keys(attributeWords),
];

/** Returns the value of an attribute if it is one of its words. */
export function wordOf<Name extends keyof Words>(element: Element, attribute: Name): Words[Name][number] | undefined {
  const known: readonly Words[Name][number][] = attributeWords[attribute];
  return known.find((word) => word === element.getAttribute(attribute));
}

/** Returns the level that an element's attribute states, if it is one. */
export function headingLevelOf(element: Element): number | undefined {
  const level = firstAttribute(element, headingLevels) ?? '';
  return isHeadingLevel(level) ? Number(level) : undefined;
}

function isHeadingLevel(value: string): boolean {
  return /^[1-6]$/.test(value);
}

/** Returns what is wrong with the value of an attribute, as what it must be; undefined if it is right. */
export function faultOf(attribute: string, value: string): string | undefined {
  if (/^heading/.test(attribute)) return isHeadingLevel(value) ? undefined : 'must be a number from 1 to 6';
  if (trustAttributes.includes(attribute)) return faultOfTrust(attribute, value);
  if (attribute === 'lang') return isLanguage(value) ? undefined : 'must be a language tag, such as en or pt-BR';
  if (!hasWords(attribute)) return undefined;
  const known: readonly string[] = attributeWords[attribute];
  return known.includes(value) ? undefined : `must be one of ${known.join(', ')}`;
}

function hasWords(attribute: string): attribute is keyof Words {
  return Object.hasOwn(attributeWords, attribute);
}

/**
 * Returns whether the value is a language tag whose primary subtag is of two or three letters, as in ISO 639. BCP 47 allows longer
 * ones, so that `english` is well-formed, but none is registered. An empty value says that the language is not known.
 */
function isLanguage(value: string): boolean {
  if (value === '' || /^[ix]-/i.test(value)) return true;
  try {
    return /^[a-z]{2,3}(-|$)/i.test(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
