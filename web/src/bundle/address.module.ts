// The npm package has this in place of address.ts. The build sets these: the core's file beside the module, its name in a loader's
// folder, and the hash of its bytes (SRI).
declare const PACKAGE_CORE_FILE: string;
declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;

export const coreIntegrity = CORE_INTEGRITY;
export const coreAddress = findCore();

/**
 * Returns the address of the core. Where the bundler leaves it behind, a `data-broadside-base` on any script element states the
 * folder with the loader's files. Vite and webpack find the file by the last of these expressions, and put it where it leads.
 */
function findCore(): URL {
  if (typeof document === 'undefined') return new URL('about:invalid');
  const base = document.querySelector<HTMLElement>('script[data-broadside-base]')?.dataset['broadsideBase'];
  if (base !== undefined) return new URL(CORE_FILE, new URL(base, document.baseURI));
  try {
    return new URL(PACKAGE_CORE_FILE, import.meta.url);
  } catch {
    // A bundle that is no module does not know where it is from.
    return new URL(CORE_FILE, document.baseURI);
  }
}
