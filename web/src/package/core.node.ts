import { brotliDecompressSync } from 'node:zlib';
import compressed from 'broadside-core-bytes';
import { type CoreModule, instantiateNow } from '../core/instantiate.ts';

let core: CoreModule | undefined;

/** Returns the core. It is inside the bundle, so that a bundle for a server or a function needs no other file. */
export function coreModule(): CoreModule {
  return (core ??= instantiateNow(
    (imports) => new WebAssembly.Instance(new WebAssembly.Module(brotliDecompressSync(compressed)), imports),
  ));
}
