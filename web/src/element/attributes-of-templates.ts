import type { RawHtml } from '../core/raw-html.ts';
import type { Details } from '../events/events.ts';
import type { Loading, Replies, Switch, Theme } from './attributes.ts';

type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** The element's attributes as JSX and templates write them. `heading-level` and `headingLevel` are the same. */
export interface ArticleAttributes {
  /** The address of the article.json, or of a Markdown file (`….md`). */
  src?: string | null | undefined;
  /** The language to show (BCP 47). */
  lang?: string | undefined;
  theme?: Theme | null | undefined;
  replies?: Replies | null | undefined;
  loading?: Loading | null | undefined;
  'heading-level'?: HeadingLevel | `${HeadingLevel}` | null | undefined;
  headingLevel?: HeadingLevel | `${HeadingLevel}` | null | undefined;
  'public-key'?: string | null | undefined;
  publicKey?: string | null | undefined;
  'not-before'?: string | null | undefined;
  notBefore?: string | null | undefined;
  html?: RawHtml | null | undefined;
  embeds?: Switch | null | undefined;
}

/** Handlers of the element's events, by the names that JSX has for them: `onbroadside:ready`. */
export type ArticleEventHandlers = {
  [Type in keyof Details as `on${Type}`]?: ((event: CustomEvent<Details[Type]>) => void) | undefined;
};
