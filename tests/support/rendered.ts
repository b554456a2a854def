import assert from 'node:assert/strict';
import { broadside } from './command.ts';
import { wasmAnswer } from './core.ts';
import type { Tree } from './document.ts';
import { assertInvariants } from './invariants.ts';

/** As the command has them; the core's own where they are missing. */
export interface RenderOptions {
  readonly profile?: 'commonmark' | 'gfm' | 'article' | 'reply';
  readonly html?: 'drop' | 'escape' | 'sanitize';
  readonly typography?: 'plain' | 'smart';
  readonly language?: string;
}

/** The tree that WebAssembly makes of Markdown. The invariants of the output hold for it, and for the HTML. */
export function rendered(markdown: string, options: RenderOptions = {}): Tree {
  return checked(wasmAnswer('markdown', { markdown, ...options }), wasmAnswer('html', { markdown, ...options }));
}

/** The same, and the native command makes the very same of it. */
export function renderedByBoth(markdown: string, options: RenderOptions = {}): Tree {
  const how = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value as string]);
  const tree = wasmAnswer('markdown', { markdown, ...options });
  const html = wasmAnswer('html', { markdown, ...options });
  assert.equal(broadside(['render', '--to', 'tree', ...how], markdown), tree);
  assert.equal(broadside(['render', '--to', 'html', ...how], markdown), html);
  return checked(tree, html);
}

/** The tree, once it and the HTML are found to keep what the core promises. */
export function checked(json: string, html: string): Tree {
  const tree: unknown = JSON.parse(json);
  assert.ok(Array.isArray(tree), `the core refused it: ${json}`);
  assertInvariants(tree as Tree, html);
  return tree as Tree;
}
