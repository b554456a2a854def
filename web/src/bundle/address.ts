// Set by the build: the core's file beside the bundle, and what its bytes must be.
declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;

export const coreIntegrity = CORE_INTEGRITY;

// Only known while the script runs for the first time. Where there is no document, nothing will be loaded.
export const bundleAddress = typeof document === 'undefined' ? 'about:invalid' : baseOf(document.currentScript);
export const coreAddress = new URL(typeof document === 'undefined' ? bundleAddress : CORE_FILE, bundleAddress);

/**
 * Where the bundle lies. Optimisers inline the script, or run it as a module or later, so that nobody knows any more; then
 * a `data-broadside-base` on any script element says it. What is fetched from there must have the right hash either way.
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
