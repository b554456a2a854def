// Set by the build: the core's file beside the bundle, and what its bytes must be.
declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;

export const coreIntegrity = CORE_INTEGRITY;

// Only known while the script runs for the first time.
export const bundleAddress = baseOf(document.currentScript);
export const coreAddress = new URL(CORE_FILE, bundleAddress);

/**
 * Where the bundle lies. Optimisers inline the script, or run it as a module or later, so that nobody knows any more; then
 * a `data-broadside-base` on any script element says it. What is fetched from there must have the right hash either way.
 */
function baseOf(script: HTMLOrSVGScriptElement | null): string {
  const stated = document.querySelector<HTMLElement>('script[data-broadside-base]')?.dataset['broadsideBase'];
  if (stated !== undefined) return new URL(stated, document.baseURI).href;
  return script instanceof HTMLScriptElement && script.src !== '' ? script.src : document.baseURI;
}
