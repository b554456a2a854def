import type { Options, Speed } from '../state/options.ts';

/** The page of a host that the playground shows in its frame. */
export interface Scene {
  /** The article.json. */
  readonly article: string;
  /** The content between the element's tags. */
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly dir: Options['dir'];
  readonly page: Options['page'];
  readonly speed: Speed;
  /** The bytes that come over the network of each of the loader's files, and of the article. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The files that were opened with the texts, by their addresses relative to the article. */
  readonly files: ReadonlyMap<string, Blob>;
}

/** The messages of the host's page to the playground. */
export type News =
  | { readonly kind: 'there' }
  /** The article is on the page, so many milliseconds after the page was given it. */
  | { readonly kind: 'shown'; readonly milliseconds: number; readonly first: boolean }
  | { readonly kind: 'error'; readonly code: string; readonly where: string; readonly message: string };

/** The name under which the page asks for the article. */
export const articleName = 'article.json';
