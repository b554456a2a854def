import type { Fault, Field, FormPurpose, FormStatus, State, ThreadState } from '../generated/rules.ts';
import type { Messages } from '../language/messages.ts';
import type { RawHtml } from './raw-html.ts';

/** The part of a reply that readers may see. */
export interface Reply {
  readonly id: string;
  /** Its number among the replies to the article. It never changes. */
  readonly place: number;
  /** Replies stand in the order of their positions. It begins with the position of each reply above this one. */
  readonly position: string;
  readonly name: string;
  readonly website?: string;
  readonly text: string;
  readonly created: string;
  /** The language of the text under which it was written. */
  readonly language?: string;
  /** Missing if the reply is published. */
  readonly state?: State;
  /** The reply that it answers; missing if it answers the article. The name is empty if that reply was deleted. */
  readonly parent?: { readonly id: string; readonly name: string };
  /** The number of replies in its branch, besides the first one. */
  readonly answers?: number;
}

export interface DatedReply extends Reply {
  /** By how many minutes the reader's zone was ahead of UTC when it came; 0 by default. */
  readonly minutesAhead?: number;
}

/** The text that a reader typed into each field. */
export type Fields = Readonly<Record<Field, string>>;

export interface Problem {
  readonly field: Field;
  readonly code: Fault;
}

export type Failure = Extract<FormStatus, 'network-failed' | 'busy' | 'refused'>;

export interface ArticleRequest {
  readonly article: Record<string, unknown>;
  /** The Markdown of the translation in `language`, whose `markdown` in `article` is empty. */
  readonly markdown: string;
  readonly language: string;
  readonly messages: Messages;
  /** The names of languages, as the build has them (built_in_name_tables). Without them, the core may show tags. */
  readonly names?: string | undefined;
  readonly base: string;
  /** The host's mode for raw HTML. Without it the article's own applies. */
  readonly html?: RawHtml | undefined;
}

export interface DocumentRequest {
  readonly markdown: string;
  readonly language: string;
  readonly messages: Messages;
  readonly base: string;
  readonly html?: RawHtml | undefined;
}

export interface ThreadRequest {
  readonly messages: Messages;
  readonly state: ThreadState;
  readonly replies: readonly DatedReply[];
  /** The reader's time in minutes since 1970. With it, the replies of the last day say how long ago they came. */
  readonly minute?: number;
  readonly more: boolean;
  /** The number of all replies, if it is known. */
  readonly count?: number;
  /** The title of the article, as in the form's request. */
  readonly title?: string;
  /** True if no new replies are taken; false by default. */
  readonly closed?: boolean;
  /** The number of levels that are shown below each other; 5 by default. */
  readonly depth?: number;
  /** The ids of the replies that the reader may change; none by default. */
  readonly own?: readonly string[];
}

export interface FormRequest {
  readonly messages: Messages;
  /** The language of the text under which the reply is written. */
  readonly language: string;
  /** The title of the article, which distinguishes two articles on one page. */
  readonly title?: string;
  readonly problems: readonly Problem[];
  /** The form's key: letters, digits and hyphens. Two forms in one document need two. */
  readonly key?: string;
  /** The purpose of the form; by default it answers the article. */
  readonly purpose?: FormPurpose;
  /** The name of the writer who is answered. */
  readonly parentName?: string;
  readonly status: FormStatus;
  readonly preview?: string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** The reply as it is to be kept: trimmed, and with a whole address. */
  readonly reply?: Fields;
}
