import { bundleNonce, scriptCoreAddress, scriptCoreIntegrity } from '../bundle/address.ts';
import { type CoreInstance, type CoreModule, instantiateNow } from './instantiate.ts';

/** The module that the build makes of the core's WebAssembly (cmake/Wasm.cmake). */
interface ScriptCore {
  readonly default: (imports: WebAssembly.Imports) => CoreInstance;
}

let loading: Promise<CoreModule> | undefined;

/**
 * Loads the core as JavaScript, once for a page: a browser keeps what became of a module, and would report a violation of the
 * page's policy each time.
 */
export function loadScriptCore(): Promise<CoreModule> {
  return (loading ??= importScriptCore());
}

async function importScriptCore(): Promise<CoreModule> {
  await fetchChecked();
  const { default: make } = (await import(/* webpackIgnore: true */ scriptCoreAddress.href)) as ScriptCore;
  return instantiateNow(make);
}

/**
 * Has the browser fetch the module and compare it with its hash, which import() does not do: import() then takes the module that
 * the document has. WebKit does not compare what is preloaded, but every browser compares scripts. Those of the others that know
 * Trusted Types compare both, and there a page may allow no element to be given a script.
 */
async function fetchChecked(): Promise<void> {
  const isWebKit = 'sourceURL' in new Error();
  const element = document.createElement('trustedTypes' in globalThis && !isWebKit ? 'link' : 'script');
  const { href } = scriptCoreAddress;
  // Each of the two elements takes no notice of the other's address.
  const address = { rel: 'modulepreload', href, type: 'module', src: href };
  const options = { crossOrigin: '', integrity: scriptCoreIntegrity, nonce: bundleNonce };
  await new Promise((onload, onerror) => {
    document.head.append(Object.assign(element, address, options, { onload, onerror }));
  }).finally(() => {
    element.remove();
  });
}
