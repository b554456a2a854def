import { instantiate } from '../core/instantiate.ts';
import type { Render } from './options.ts';
import { renderer } from './render.ts';

export type { RawHtml, Render, RenderOptions, Tree } from './options.ts';

declare const CORE_FILE: string;
declare const CORE_INTEGRITY: string;

const response = await fetch(new URL(CORE_FILE, import.meta.url), { integrity: CORE_INTEGRITY });
if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);

export const render: Render = renderer(await instantiate(await response.arrayBuffer()));
