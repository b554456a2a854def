import { statedBase } from './stated-base.ts';

// The npm package has this in place of address.ts. The build sets these: the core's files beside the module, the first one's name
// in a loader's folder, and the hashes of their bytes (SRI).
declare const PACKAGE_CORE_FILE: string;
declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;
declare const SCRIPT_CORE_FILE: string;
declare const SCRIPT_CORE_INTEGRITY: string;

export const coreIntegrity = CORE_INTEGRITY;
export const scriptCoreIntegrity = SCRIPT_CORE_INTEGRITY;
// Vite and webpack find the files by these very expressions, and put them where they lead.
export const coreAddress = find(CORE_FILE, () => new URL(PACKAGE_CORE_FILE, import.meta.url));
export const scriptCoreAddress = find(SCRIPT_CORE_FILE, () => new URL(SCRIPT_CORE_FILE, import.meta.url));
/** The nonce by which the page's policy admits its scripts. */
export const bundleNonce =
  typeof document === 'undefined' ? '' : (document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');

/**
 * Returns the address of a file. Where the bundler leaves it behind, a `data-broadside-base` on any script element states the
 * folder with the loader's files, in which it has this name.
 */
function find(name: string, besideModule: () => URL): URL {
  if (typeof document === 'undefined') return new URL('about:invalid');
  const base = statedBase();
  if (base !== undefined) return new URL(name, new URL(base, document.baseURI));
  try {
    return besideModule();
  } catch {
    // A bundle that is no module does not know where it is from.
    return new URL(name, document.baseURI);
  }
}
