import type { RawHtml } from '../raw-html.ts';

export type { RawHtml };

/** What `broadside render` takes, under the same names. */
export interface RenderOptions {
  /** `html`, which is usual, gives a text; `tree` gives JsonML in a `div`. */
  readonly to?: 'html' | 'tree';
  /** Which Markdown it is; `article` where it is missing: GFM with anchors, figures and the rest. */
  readonly profile?: 'commonmark' | 'gfm' | 'article' | 'reply';
  /** What becomes of raw HTML; where it is missing, `sanitize` in an article, and `drop` in `commonmark` and `gfm`. */
  readonly html?: RawHtml;
  /** `smart` for quotes, dashes and ellipses as printers set them; `plain` where it is missing. */
  readonly typography?: 'plain' | 'smart';
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
   * an option that is wrong, and for a text of more than 2 MiB.
   */
  (markdown: string, options: RenderOptions & { readonly to: 'tree' }): Tree;
  (markdown: string, options?: RenderOptions & { readonly to?: 'html' }): string;
  (markdown: string, options?: RenderOptions): Tree | string;
}
