import type { Output, Profile, RawHtml, Typography } from '../generated/rules.ts';

export type { RawHtml };

/** The options of `broadside render`, with the same names. */
export interface RenderOptions {
  /** The form of the result: `html` (the default) is a text, and `tree` is JsonML in a `div`. */
  readonly to?: Output;
  /** The kind of Markdown. The default is `article`: GFM with anchors, figures and more. */
  readonly profile?: Profile;
  /** The mode for raw HTML. The default is `sanitize` in an article, and `drop` in `commonmark` and `gfm`. */
  readonly html?: RawHtml;
  /** `smart` sets quotes, dashes and ellipses as printers do. The default is `plain`. */
  readonly typography?: Typography;
  /** The text's language (BCP 47). */
  readonly language?: string;
  /** The http or https address against which relative ones are resolved. */
  readonly base?: string;
  /** The prefix of the text's ids after `article-`, for several texts on one page. */
  readonly idPrefix?: string;
}

/** An element as JsonML: `["p", {"id": "article-a"}, "text", ["em", "more"]]`. */
export type Tree = readonly [name: string, ...rest: (Readonly<Record<string, string>> | Tree | string)[]];

/** The package's `render`. */
export interface Render {
  /**
   * Renders a Markdown text as readers see it, with harmless elements alone. Throws an error with `code` and `where` for a
   * wrong option, for a text of more than 2 MiB, and in a browser before `load` has loaded the core.
   */
  (markdown: string, options: RenderOptions & { readonly to: 'tree' }): Tree;
  (markdown: string, options?: RenderOptions & { readonly to?: 'html' }): string;
  (markdown: string, options?: RenderOptions): Tree | string;
}

/** The core: its address, the response to a fetch of it, its bytes, or the module that they were compiled to. */
export type CoreSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the core, which `render` needs: from beside the package's script, unless `core` says otherwise. Only browsers need this
 * call. In Node.js and in Workers the core is there, and the call does nothing. A second call waits for the first; after a
 * failure it tries again. Rejects with an error whose `code` is "core".
 */
export type Load = (core?: CoreSource | Promise<CoreSource>) => Promise<void>;
