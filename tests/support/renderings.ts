import { execFileSync } from 'node:child_process';
import { wasmAnswer } from './core.ts';

export interface Options {
  readonly profile?: string;
  readonly html?: string;
  readonly typography?: string;
  readonly language?: string;
}

export interface Rendering {
  /** The native core's HTML and tree, and the tree of the core as WebAssembly. */
  readonly nativeHtml: string;
  readonly nativeTree: string;
  readonly wasmTree: string;
}

const program = new URL('../../build/native/render_each', import.meta.url).pathname;

/** Returns the renderings of many texts, made in one process. */
export function renderings(options: Options, texts: readonly string[]): Rendering[] {
  const input = JSON.stringify({ ...options, texts });
  const output = execFileSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  const native = JSON.parse(output) as { html: string; tree: string }[];
  return native.map(({ html, tree }, index) => ({
    nativeHtml: html,
    nativeTree: tree,
    wasmTree: wasmAnswer('markdown', { ...options, markdown: texts[index] }),
  }));
}
