import { coreAddress, coreIntegrity, scriptCoreAddress } from '../bundle/address.ts';
import { fetchBundleFile } from '../bundle/file.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { Core } from './core.ts';
import { type CoreModule, instantiate } from './instantiate.ts';
import { loadScriptCore } from './script-core.ts';

// A reader does not wait longer than this many milliseconds for the core before something else is shown.
const patience = 4_000;
// The browser gives up what has not come by then.
const timeout = 60_000;

let shared: Promise<Core> | undefined;
/** The answer to the question whether the page's policy allows WebAssembly, which a browser reports as a violation each time. */
let allowed: Promise<void> | undefined;

/**
 * Returns the one core of this page, which is fetched at the first call, and again after a failure. Throws a BroadsideError with
 * the code `webassembly` if WebAssembly is forbidden and the core does not run as JavaScript either, and else `core`.
 */
export function loadCore(): Promise<Core> {
  return (shared ??= fetchCore().catch((thrown: unknown) => {
    shared = undefined;
    throw thrown;
  }));
}

/** Does the same for a reader who sees no article until it comes. If it is late, this throws, and the error has the promise of it. */
export function loadCoreSoon(): Promise<Core> {
  const core = loadCore();
  return new Promise((resolve, reject) => {
    core.then(resolve, reject);
    setTimeout(() => {
      reject(new BroadsideError('core', coreAddress.href, `no answer within ${patience / 1000} seconds`, core));
    }, patience);
  });
}

async function fetchCore(): Promise<Core> {
  return new Core(await fetchWebAssembly().catch(loadScriptInstead));
}

async function fetchWebAssembly(): Promise<CoreModule> {
  await (allowed ??= requireWebAssembly());
  const init = { integrity: coreIntegrity, signal: AbortSignal.timeout(timeout) };
  const response = await fetchBundleFile(coreAddress, init, 'core');
  return instantiate(await response.arrayBuffer());
}

async function loadScriptInstead(thrown: unknown): Promise<CoreModule> {
  const error = BroadsideError.from(thrown, 'core', coreAddress.href);
  const { code, where, message } = error;
  const script = await loadScriptCore().catch(() => {
    const why = `nor does the core run as JavaScript: allow ${scriptCoreAddress.href} in script-src, and serve it unchanged as text/javascript`;
    throw new BroadsideError(code, where, `${message}; ${why}`);
  });
  if (code === 'core') report(document.documentElement, error);
  return script;
}

/** Tries the smallest module there is, so that the core is not fetched in vain. */
async function requireWebAssembly(): Promise<void> {
  if (typeof WebAssembly === 'undefined') throw notAllowed('this browser has no WebAssembly');
  const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  try {
    await WebAssembly.instantiate(emptyModule);
  } catch {
    throw notAllowed(
      `this page’s policy does not allow WebAssembly: add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy`,
    );
  }
}

function notAllowed(why: string): BroadsideError {
  return new BroadsideError('webassembly', location.href, why);
}
