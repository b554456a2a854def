import { brotliDecompressSync } from 'node:zlib';
import compressed from 'broadside-core-bytes';
import { instantiateNow } from '../core/instantiate.ts';
import { Transport } from '../core/transport.ts';
import type { Load, Render } from './options.ts';
import { rendererAtOnce } from './render.ts';

export type { CoreSource, Load, RawHtml, Render, RenderOptions, Tree } from './options.ts';

// The core is inside, so that a bundle for a server or a function needs no other file.
export const render: Render = rendererAtOnce(
  () => new Transport(instantiateNow(new WebAssembly.Module(brotliDecompressSync(compressed)))),
);

export const load: Load = () => Promise.resolve();
