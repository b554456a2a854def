import { readFile } from 'node:fs/promises';
import { instantiate } from '../core/instantiate.ts';
import type { Render } from './options.ts';
import { renderer } from './render.ts';

export type { RawHtml, Render, RenderOptions, Tree } from './options.ts';

declare const CORE_FILE: string;

export const render: Render = renderer(await instantiate(await readFile(new URL(CORE_FILE, import.meta.url))));
