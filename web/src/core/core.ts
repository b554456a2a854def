import type { CoreModule } from 'broadside-core';
import type { Messages } from '../language/messages.ts';
import type { RawHtml } from '../raw-html.ts';
import type { Failure, Fields, Problem, Reply } from '../replies/client.ts';
import { Transport } from './transport.ts';

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
  readonly state: 'loading' | 'ready' | 'failed';
  readonly replies: readonly Reply[];
  readonly more: boolean;
  /** How many there are in all, where that is known. */
  readonly count?: number;
  /** That of the article, as in the form's request. */
  readonly title?: string;
}

export interface FormRequest {
  readonly messages: Messages;
  /** That of the text under which the reply is written. */
  readonly language: string;
  /** That of the article, by which two on a page are told apart. */
  readonly title?: string;
  readonly problems: readonly Problem[];
  readonly status: 'idle' | 'sending' | 'sent' | Failure;
  readonly preview?: string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** The reply as it is to be kept: trimmed, and with a whole address. */
  readonly reply?: Fields;
}

/**
 * The C++ core. It makes trees, as unchecked JSON values, of data; each call stands by itself. A call that the core
 * refuses throws a BroadsideError with the core's code and the path of the member at fault.
 */
export class Core {
  readonly #transport: Transport;
  /** Those that the core has. */
  #messages: Messages | undefined;

  constructor(module: CoreModule) {
    this.#transport = new Transport(module);
  }

  article({ messages, markdown, ...options }: ArticleRequest): unknown {
    return this.#view('article', options, messages, markdown);
  }

  document({ messages, markdown, ...options }: DocumentRequest): unknown {
    return this.#view('document', options, messages, markdown);
  }

  thread({ messages, ...options }: ThreadRequest): unknown {
    return this.#view('thread', options, messages);
  }

  form({ messages, ...options }: FormRequest): unknown {
    return this.#view('form', options, messages);
  }

  validate(fields: Fields): Verdict {
    return this.#view('validate', fields) as Verdict;
  }

  #view(name: string, options: object, messages?: Messages, markdown?: string): unknown {
    if (messages) this.#use(messages);
    return JSON.parse(this.#transport.ask(name, options, markdown));
  }

  #use(messages: Messages): void {
    if (messages === this.#messages) return;
    this.#transport.messages(messages);
    this.#messages = messages;
  }
}
