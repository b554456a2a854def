/** The address that `value` is, seen from `base`; undefined where it is none. */
export function parseAddress(value: string, base: string | URL): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
