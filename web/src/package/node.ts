import { Transport } from '../core/transport.ts';
import { coreModule } from './core.node.ts';
import type { Load, Render } from './options.ts';
import { rendererAtOnce } from './render.ts';

export type { CoreSource, Load, RawHtml, Render, RenderOptions, Tree } from './options.ts';

export const render: Render = rendererAtOnce(() => new Transport(coreModule()));

export const load: Load = () => Promise.resolve();
