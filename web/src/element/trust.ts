import { isNotBefore, publicKeysIn, type Trust } from '../article/signature.ts';
import { firstAttribute } from './first-attribute.ts';

/** React and Vue keep `key` to themselves, so that the element never gets it; their templates write `public-key`. */
const keys = ['key', 'public-key', 'publickey'];
const notBefores = ['not-before', 'notbefore'];

export const trustAttributes: readonly string[] = [...keys, ...notBefores];

/** Returns what the element requires of its article's signature. A value that is wrong counts as well, and fits no signature. */
export function trustOf(element: Element): Trust | undefined {
  const key = firstAttribute(element, keys);
  return key === undefined ? undefined : { key, notBefore: firstAttribute(element, notBefores) };
}

/** Returns what is wrong with the value of one of these attributes, as what it must be; undefined if it is right. */
export function faultOfTrust(attribute: string, value: string): string | undefined {
  if (notBefores.includes(attribute))
    return isNotBefore(value) ? undefined : 'must be a day or a time such as 2026-11-28 or 2026-11-28T10:00:00Z';
  return publicKeysIn(value).length > 0 ? undefined : 'must be a public key, or two, as broadside keygen prints them';
}
