import assert from 'node:assert/strict';
import type { Profile, RawHtml, Typography } from '../../web/src/generated/rules.ts';
import { broadside } from './command.ts';
import { wasmAnswer } from './core.ts';
import type { Tree } from './document.ts';
import { assertInvariants } from './invariants.ts';

/** The options have the command's names. The core's defaults apply if they are missing. */
export interface RenderOptions {
  readonly profile?: Profile;
  readonly html?: RawHtml;
  readonly typography?: Typography;
  readonly language?: string;
}

/**
 * Returns the tree that the WebAssembly core makes of Markdown, after checking the invariants of the tree and of the
 * HTML.
 */
export function rendered(markdown: string, options: RenderOptions = {}): Tree {
  return checked(wasmAnswer('markdown', { markdown, ...options }), wasmAnswer('html', { markdown, ...options }));
}

/** Returns the same tree, after checking that the native command makes exactly the same. */
export function renderedByBoth(markdown: string, options: RenderOptions = {}): Tree {
  const how = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value as string]);
  const tree = wasmAnswer('markdown', { markdown, ...options });
  const html = wasmAnswer('html', { markdown, ...options });
  assert.equal(broadside(['render', '--to', 'tree', ...how], markdown), tree);
  assert.equal(broadside(['render', '--to', 'html', ...how], markdown), html);
  return checked(tree, html);
}

/** Returns the tree, after checking that it and the HTML keep the core's promises. */
export function checked(json: string, html: string): Tree {
  const tree: unknown = JSON.parse(json);
  assert.ok(Array.isArray(tree), `the core refused it: ${json}`);
  assertInvariants(tree as Tree, html);
  return tree as Tree;
}
