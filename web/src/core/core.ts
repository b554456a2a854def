import type { CoreModule } from 'broadside-core';
import { BroadsideError } from '../errors.ts';
import type { Messages } from '../language/messages.ts';
import type { Failure, Fields, Problem, Reply } from '../replies/client.ts';

/** What becomes of raw HTML in Markdown. */
export type RawHtml = 'drop' | 'escape' | 'sanitize';

export interface ArticleRequest {
  readonly article: Record<string, unknown>;
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

/**
 * The C++ core. It makes trees, as unchecked JSON values, of data; each call stands by itself. A call that the core
 * refuses throws a BroadsideError with the core's code and the path of the member at fault.
 */
export class Core {
  readonly #module: CoreModule;

  constructor(module: CoreModule) {
    this.#module = module;
  }

  article(request: ArticleRequest): unknown {
    return this.#view('article', request);
  }

  document(request: DocumentRequest): unknown {
    return this.#view('document', request);
  }

  thread(request: ThreadRequest): unknown {
    return this.#view('thread', request);
  }

  form(request: FormRequest): unknown {
    return this.#view('form', request);
  }

  validate(fields: Fields): Verdict {
    return this.#view('validate', fields) as Verdict;
  }

  #view(name: string, request: object): unknown {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const place = this.#module.input(bytes.length);
    // The memory may have been replaced by a bigger one, now and below: HEAPU8 is read anew.
    this.#module.HEAPU8.set(bytes, place);
    const made = this.#module.view(name, bytes.length);
    const start = this.#module.result();
    const answer = new TextDecoder().decode(this.#module.HEAPU8.subarray(start, start + this.#module.resultLength()));
    const value: unknown = JSON.parse(answer);
    if (made) return value;
    const { code, where, message } = value as { code: string; where: string; message: string };
    throw new BroadsideError(code, where, message);
  }
}
