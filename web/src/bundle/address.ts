// The build sets these: the core's file beside the bundle, and the hash of its bytes (SRI).
declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;

export const coreIntegrity = CORE_INTEGRITY;

// The address is only known while the script runs for the first time. Without a document nothing will be loaded.
export const bundleAddress = typeof document === 'undefined' ? 'about:invalid' : baseOf(document.currentScript);
export const coreAddress = new URL(typeof document === 'undefined' ? bundleAddress : CORE_FILE, bundleAddress);

/**
 * Returns where the bundle lies. Optimisers inline the script, or run it as a module or later, so that its address is lost; then a
 * `data-broadside-base` on any script element states it. What is fetched from there must have the right hash in any case.
 */
function baseOf(script: HTMLOrSVGScriptElement | null): string {
  const stated = document.querySelector<HTMLElement>('script[data-broadside-base]')?.dataset['broadsideBase'];
  if (stated !== undefined) return new URL(stated, document.baseURI).href;
  if (script instanceof HTMLScriptElement && script.src !== '') return script.src;
  return [...document.scripts].find(isLoader)?.src ?? document.baseURI;
}

/** Returns whether a script is the loader, as far as its address shows. */
export function isLoader({ src }: HTMLScriptElement): boolean {
  return /\/broadside\.js([?#]|$)/.test(src);
}
