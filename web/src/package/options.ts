import type { Output, Profile, RawHtml, Typography } from '../generated/rules.ts';

export type { RawHtml };

/** What `broadside render` takes, under the same names. */
export interface RenderOptions {
  /** `html`, which is usual, gives a text; `tree` gives JsonML in a `div`. */
  readonly to?: Output;
  /** Which Markdown it is; `article` where it is missing: GFM with anchors, figures and the rest. */
  readonly profile?: Profile;
  /** The mode in which raw HTML is treated; where it is missing, `sanitize` in an article, and `drop` in `commonmark` and `gfm`. */
  readonly html?: RawHtml;
  /** `smart` for quotes, dashes and ellipses as printers set them; `plain` where it is missing. */
  readonly typography?: Typography;
  /** The text's language (BCP 47). */
  readonly language?: string;
  /** An http or https address, which relative ones are resolved against. */
  readonly base?: string;
  /** What the text's ids have after `article-`, where it shares a page with other texts. */
  readonly idPrefix?: string;
}

/** An element as JsonML: `["p", {"id": "article-a"}, "text", ["em", "more"]]`. */
export type Tree = readonly [name: string, ...rest: (Readonly<Record<string, string>> | Tree | string)[]];

/** What the package's `render` is. */
export interface Render {
  /**
   * What a Markdown text looks like to a reader, made of harmless elements alone. Throws an error with `code` and `where` for
   * an option that is wrong, for a text of more than 2 MiB, and in a browser before `load` has brought the core.
   */
  (markdown: string, options: RenderOptions & { readonly to: 'tree' }): Tree;
  (markdown: string, options?: RenderOptions & { readonly to?: 'html' }): string;
  (markdown: string, options?: RenderOptions): Tree | string;
}

/** The core: its address, what a fetch of it answered, its bytes, or the module that they were compiled to. */
export type CoreSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Brings the core, from beside the package's script where nothing else is said, so that `render` can answer. Only browsers
 * need it: in Node.js and in Workers the core is there, and nothing happens. A second call waits for what the first has begun;
 * after a failure it tries again. Rejects with an error whose `code` is "core".
 */
export type Load = (core?: CoreSource | Promise<CoreSource>) => Promise<void>;
