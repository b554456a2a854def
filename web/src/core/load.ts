import { coreAddress, coreIntegrity } from '../bundle/address.ts';
import { fetchBundleFile } from '../bundle/file.ts';
import { BroadsideError } from '../events/errors.ts';
import { Core } from './core.ts';
import { instantiate } from './instantiate.ts';

let shared: Promise<Core> | undefined;
/** The answer to the question whether the page's policy allows WebAssembly, which a browser reports as a violation each time. */
let allowed: Promise<void> | undefined;

/**
 * Returns the one core of this page, which is fetched at the first call, and again after a failure. Throws a BroadsideError with
 * the code `webassembly` if WebAssembly is forbidden, and else `core`.
 */
export async function loadCore(): Promise<Core> {
  shared ??= fetchCore();
  try {
    return await shared;
  } catch (thrown) {
    shared = undefined;
    throw BroadsideError.from(thrown, 'core', coreAddress.href);
  }
}

async function fetchCore(): Promise<Core> {
  await (allowed ??= requireWebAssembly());
  const response = await fetchBundleFile(coreAddress, { integrity: coreIntegrity }, 'core');
  return new Core(await instantiate(await response.arrayBuffer()));
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
