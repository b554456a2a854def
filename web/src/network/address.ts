/** The address that `value` is, seen from `base`; undefined where it is none. */
export function parseAddress(value: string, base: string | URL): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** The same, where it is one that a page has. */
export function parseWebAddress(value: string, base: string | URL): URL | undefined {
  const address = parseAddress(value, base);
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

/** Returns whether both lead to one page, whatever place or query they name in it. */
export function isSamePage(one: URL, other: URL): boolean {
  return one.origin === other.origin && withoutIndex(one) === withoutIndex(other);
}

function withoutIndex({ pathname }: URL): string {
  return pathname.replace(/\/index\.html$/, '/');
}
