import { BroadsideError } from '../errors.ts';
import { coreAddress, coreIntegrity } from './address.ts';
import { Core } from './core.ts';
import { instantiate } from './instantiate.ts';

let shared: Promise<Core> | undefined;

/**
 * The one core of this page, fetched on first need and once more after a failure. Throws a BroadsideError with the code
 * `webassembly`, where that is forbidden, or `core`.
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
  if (!(await isWebAssemblyAllowed())) {
    throw new BroadsideError('webassembly', location.href, 'this page does not allow WebAssembly');
  }
  const response = await fetch(coreAddress, { integrity: coreIntegrity });
  if (!response.ok) throw new BroadsideError('core', coreAddress.href, `answered ${response.status}`);
  return new Core(await instantiate(await response.arrayBuffer()));
}

/** Asked with the smallest module there is, before the core is fetched for nothing. */
async function isWebAssemblyAllowed(): Promise<boolean> {
  const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  try {
    await WebAssembly.instantiate(emptyModule);
    return true;
  } catch {
    return false;
  }
}
