import core from 'broadside-core-module';
import { instantiateNow } from '../core/instantiate.ts';
import { Transport } from '../core/transport.ts';
import type { Load, Render } from './options.ts';
import { rendererAtOnce } from './render.ts';

export type { CoreSource, Load, RawHtml, Render, RenderOptions, Tree } from './options.ts';

// Workers compile no bytes while they run; they are deployed with the module.
export const render: Render = rendererAtOnce(() => new Transport(instantiateNow(core)));

export const load: Load = () => Promise.resolve();
