import { statedBase } from './stated-base.ts';

// The build sets these: the core's files beside the bundle, as WebAssembly and as JavaScript, and the hashes of their bytes (SRI).
declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;
declare const SCRIPT_CORE_FILE: string;
declare const SCRIPT_CORE_INTEGRITY: string;

export const coreIntegrity = CORE_INTEGRITY;
export const scriptCoreIntegrity = SCRIPT_CORE_INTEGRITY;

// The script is only known while it runs for the first time. Without a document nothing will be loaded.
const script = typeof document === 'undefined' ? undefined : (document.currentScript ?? findLoader());
export const bundleAddress = typeof document === 'undefined' ? 'about:invalid' : baseOf(script);
export const coreAddress = besideBundle(CORE_FILE);
export const scriptCoreAddress = besideBundle(SCRIPT_CORE_FILE);
/** The nonce by which the page's policy admits the loader, and so what the loader loads. */
export const bundleNonce = script?.nonce ?? '';

/**
 * Returns where the bundle lies. Optimisers inline the script, or run it as a module or later, so that its address is lost; then a
 * `data-broadside-base` on any script element states it. What is fetched from there must have the right hash in any case.
 */
function baseOf(script: HTMLOrSVGScriptElement | undefined): string {
  const stated = statedBase();
  if (stated !== undefined) return new URL(stated, document.baseURI).href;
  if (script instanceof HTMLScriptElement && script.src !== '') return script.src;
  return findLoader()?.src ?? document.baseURI;
}

function besideBundle(file: string): URL {
  return new URL(typeof document === 'undefined' ? bundleAddress : file, bundleAddress);
}

function findLoader(): HTMLScriptElement | undefined {
  return [...document.scripts].find(isLoader);
}

/** Returns whether a script is the loader, as far as its address shows. */
export function isLoader({ src }: HTMLScriptElement): boolean {
  return /\/broadside\.js([?#]|$)/.test(src);
}
