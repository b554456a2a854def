import type { RawHtml } from '../core/raw-html.ts';

/** The options of `renderArticle`. The element needs the same `lang`, `heading-level`, `html`, `embeds` and `theme`, or it renders anew. */
export interface ArticleOptions {
  /** The address of the page on which the article will stand. */
  readonly page: string;
  /**
   * The form of the result: `shadow` (the default) is a declarative shadow root, which the element takes over, and `html` is the
   * article alone, which is read until the element shows it.
   */
  readonly to?: 'shadow' | 'html';
  /** The language to show (BCP 47). The default is the publisher's default language. */
  readonly lang?: string | undefined;
  /** The level of the article's title in the page's outline. The default is 1. */
  readonly headingLevel?: number | undefined;
  /** The publisher's public key, or two with a space between. Without a signature by one of them, the call rejects. */
  readonly key?: string | undefined;
  /** With `key`: a day or a time in UTC. The call rejects for an article that was signed with an earlier one. */
  readonly notBefore?: string | undefined;
  /** The mode for raw HTML in the Markdown, whatever the article says. */
  readonly html?: RawHtml | undefined;
  /** `on` lets readers play videos in the article, once the element has taken it over. The default is `off`. */
  readonly embeds?: 'on' | 'off' | undefined;
  /** The colours; the default is `light`. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** The nonce that the page's policy requires of the style sheet in the shadow root. */
  readonly nonce?: string | undefined;
}

/**
 * Fetches an article from the address that the element has as its `src`, and returns the HTML to put between the element's tags.
 * It consists of harmless elements alone. Rejects with an error whose `code` and `where` say what went wrong.
 */
export type RenderArticle = (src: string, options: ArticleOptions) => Promise<string>;

/** The package's `renderArticle`, for Node.js and Workers. */
export declare const renderArticle: RenderArticle;
