/**
 * The browser's storage for this page's origin, or the page's own memory where storage is blocked, full or missing. A value
 * in memory wins: it is what could not be stored.
 */
const memory = new Map<string, string>();

export function recall(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value);
  }
}

export function forget(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored then.
  }
}

/** Returns whether all that was to be kept will be there on the next page too. */
export function isEverythingStored(): boolean {
  return memory.size === 0;
}
