import { instantiate } from '../core/instantiate.ts';
import { Transport } from '../core/transport.ts';
import { BroadsideError } from '../events/errors.ts';
import type { CoreSource, Load, Render } from './options.ts';
import { renderer } from './render.ts';

export type { CoreSource, Load, RawHtml, Render, RenderOptions, Tree } from './options.ts';

// Set by the build: the core's file beside this one, and what its bytes must be.
declare const PACKAGE_CORE_FILE: string;
declare const CORE_INTEGRITY: string;

const advice = 'give load() the address of the package’s core.wasm, or what is in it (docs/rendering.md)';

let core: Transport | undefined;
let loading: Promise<void> | undefined;

export const render: Render = renderer(() => {
  if (core) return core;
  throw new BroadsideError('core', 'render', 'the core is not there yet: wait for load() first');
});

export const load: Load = (source) => {
  loading ??= loadFrom(source).catch((thrown: unknown) => {
    loading = undefined;
    throw BroadsideError.from(thrown, 'core', 'load');
  });
  return loading;
};

async function loadFrom(source?: CoreSource | Promise<CoreSource>): Promise<void> {
  const found = (await source) ?? addressBesideThis();
  const isAddress = typeof found === 'string' || found instanceof URL;
  const content = isAddress ? await fetchCore(found) : found;
  core = new Transport(await instantiate(content instanceof Response ? await content.arrayBuffer() : content));
}

/** Vite and webpack find the file by this very expression, and put it where it leads. */
function addressBesideThis(): URL {
  try {
    return new URL(PACKAGE_CORE_FILE, import.meta.url);
  } catch {
    throw new BroadsideError('core', PACKAGE_CORE_FILE, `this script does not know where it is from: ${advice}`);
  }
}

async function fetchCore(address: string | URL): Promise<Response> {
  // A page that a server has for whatever it does not find is refused as well.
  const response = await fetch(address, { integrity: CORE_INTEGRITY }).catch((thrown: unknown) => {
    throw new BroadsideError(
      'core',
      String(address),
      `${String(thrown)}. Where a bundler has left it behind, ${advice}`,
    );
  });
  if (response.ok) return response;
  throw new BroadsideError(
    'core',
    response.url,
    `answered ${response.status}. Where a bundler has left it behind, ${advice}`,
  );
}
