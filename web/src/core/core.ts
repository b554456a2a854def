import type { CoreModule } from 'broadside-core';
import { BroadsideError } from '../errors.ts';
import { decode } from './decode.ts';
import type { Messages } from '../language/messages.ts';
import type { Failure, Fields, Problem, Reply } from '../replies/client.ts';

/** What becomes of raw HTML in Markdown. */
export type RawHtml = 'drop' | 'escape' | 'sanitize';

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
}

export interface FormRequest {
  readonly messages: Messages;
  /** That of the text under which the reply is written. */
  readonly language: string;
  readonly problems: readonly Problem[];
  readonly status: 'idle' | 'sending' | 'sent' | Failure;
  readonly preview?: string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** The reply as it is to be kept: trimmed, and with a whole address. */
  readonly reply?: Fields;
}

const encoder = new TextEncoder();

/**
 * The C++ core. It makes trees, as unchecked JSON values, of data; each call stands by itself. A call that the core
 * refuses throws a BroadsideError with the core's code and the path of the member at fault.
 */
export class Core {
  readonly #module: CoreModule;
  /** Those that the core has. */
  #messages: Messages | undefined;

  constructor(module: CoreModule) {
    this.#module = module;
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

  #view(name: string, options: object, messages?: Messages, markdown = ''): unknown {
    if (messages) this.#use(messages);
    const [optionsLength = 0, markdownLength = 0] = this.#write(toJson(options), markdown);
    return this.#result(this.#module.view(name, optionsLength, markdownLength));
  }

  #use(messages: Messages): void {
    if (messages === this.#messages) return;
    const [length = 0] = this.#write(toJson(messages));
    if (!this.#module.messages(length)) this.#result(false);
    this.#messages = messages;
  }

  /** Writes texts one behind the other to where the core looks for them, and returns how many bytes each takes. */
  #write(...texts: readonly string[]): number[] {
    const most = texts.reduce((sum, { length }) => sum + 3 * length, 0);
    let start = this.#module.input(most);
    // The memory may have been replaced by a bigger one, now and below: HEAPU8 is read anew.
    const memory = this.#module.HEAPU8;
    return texts.map((text) => {
      const { written } = encoder.encodeInto(text, memory.subarray(start));
      start += written;
      return written;
    });
  }

  #result(made: boolean): unknown {
    const start = this.#module.result();
    const bytes = this.#module.HEAPU8.subarray(start, start + this.#module.resultLength());
    const value: unknown = JSON.parse(decode(bytes));
    if (made) return value;
    const { code, where, message } = value as { code: string; where: string; message: string };
    throw new BroadsideError(code, where, message);
  }
}

/** As JSON that the core can read: half a surrogate pair, which UTF-8 cannot say, becomes U+FFFD there too. */
function toJson(value: object): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\(?:ud[0-9a-f]{3}|.)/g, (escape) => (escape.startsWith('\\ud') ? '\ufffd' : escape));
}
