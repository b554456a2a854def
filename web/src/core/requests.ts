import type { FormStatus, ThreadState } from '../generated/rules.ts';
import type { Messages } from '../language/messages.ts';
import type { RawHtml } from './raw-html.ts';

/** What readers may see of a reply. */
export interface Reply {
  readonly id: string;
  /** Where it stands among the replies of its section. It never changes. */
  readonly place: number;
  /** The part of the thread in which it stands; nothing for the first. */
  readonly section?: number;
  readonly name: string;
  readonly website?: string;
  readonly text: string;
  readonly created: string;
  /** That of the text under which it was written. */
  readonly language?: string;
}

/** What a reader typed. */
export interface Fields {
  readonly name: string;
  readonly email: string;
  readonly website: string;
  readonly text: string;
}

export interface Problem {
  readonly field: string;
  readonly code: string;
}

export type Failure = Extract<FormStatus, 'network-failed' | 'busy' | 'refused'>;

export interface ArticleRequest {
  readonly article: Record<string, unknown>;
  /** Of the translation in `language`, which has it empty in `article`. */
  readonly markdown: string;
  readonly language: string;
  readonly messages: Messages;
  readonly base: string;
  /** The host's word. Where it has none, the article's own holds. */
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
  readonly replies: readonly Reply[];
  readonly more: boolean;
  /** How many there are in all, where that is known. */
  readonly count?: number;
  /** That of the article, as in the form's request. */
  readonly title?: string;
  /** Whether no new replies are taken; false where it is missing. */
  readonly closed?: boolean;
}

export interface FormRequest {
  readonly messages: Messages;
  /** That of the text under which the reply is written. */
  readonly language: string;
  /** That of the article, by which two on a page are told apart. */
  readonly title?: string;
  readonly problems: readonly Problem[];
  /** The form's key: letters, digits and hyphens. Two forms in one document need two. */
  readonly key?: string;
  readonly status: FormStatus;
  readonly preview?: string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** The reply as it is to be kept: trimmed, and with a whole address. */
  readonly reply?: Fields;
}
