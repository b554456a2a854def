/** Returns `value` as an address, resolved against `base`; undefined if it is none. */
export function parseAddress(value: string, base: string | URL): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** Returns `value` as an http or https address, resolved against `base`; undefined if it is none. */
export function parseWebAddress(value: string, base: string | URL): URL | undefined {
  const address = parseAddress(value, base);
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

/** Returns the fragment of an address, decoded if it can be. */
export function fragmentOf({ hash }: URL | Location): string {
  const fragment = hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Returns whether both addresses lead to the same page, whatever their query and fragment are. */
export function isSamePage(one: URL, other: URL): boolean {
  return one.origin === other.origin && withoutIndex(one) === withoutIndex(other);
}

function withoutIndex({ pathname }: URL): string {
  return pathname.replace(/\/index\.html$/, '/');
}
