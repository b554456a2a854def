import type { RawHtml } from '../../src/core/raw-html.ts';
import type { Remark } from '../source/remark.ts';

/** The forms in which the article can be looked at. */
export type Form = 'tree' | 'html' | 'json';

export interface Request {
  readonly texts: ReadonlyMap<string, string>;
  /** The host's mode for raw HTML, if the element states one. */
  readonly html: RawHtml | undefined;
  /** The address against which relative ones in the texts are resolved. */
  readonly base: string;
  /** True if the article is to hold the finished trees that a publisher's build makes. */
  readonly finished: boolean;
  /** The form in which the translation into a language is to be printed. */
  readonly printed: { readonly form: Form; readonly language: string } | undefined;
}

/** The milliseconds that a step took, for all languages together. */
export interface Times {
  readonly read: number;
  readonly remarks: number;
  readonly core: number;
}

export interface Answer {
  /** The remarks on each text, by language. */
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
  /** The article.json; undefined if the core refuses what the texts state. */
  readonly article: string | undefined;
  /** The bytes that a server sends of it, as gzip. */
  readonly gzipped: number;
  readonly titles: ReadonlyMap<string, string>;
  readonly printed: string;
  readonly times: Times;
}

/** The messages of the worker: once that it is ready or why not, and then an answer to each request. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly answer: Answer };
