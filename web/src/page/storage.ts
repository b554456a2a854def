/**
 * This memory stands in for the browser's storage if that is blocked, full or missing. A value in it takes precedence over
 * a stored one, because it is newer and could not be stored.
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

/** Returns the keys of everything that is kept. */
export function keptKeys(): string[] {
  try {
    return [...memory.keys(), ...Object.keys(localStorage)];
  } catch {
    return [...memory.keys()];
  }
}

/** Returns whether everything that was kept will be there on the next page too. */
export function isEverythingStored(): boolean {
  return memory.size === 0;
}
