import type { Messages } from '../language/messages.ts';
import type { CoreModule } from './instantiate.ts';
import type { ArticleRequest, DocumentRequest, Fields, FormRequest, ThreadRequest, Verdict } from './requests.ts';
import { Transport } from './transport.ts';

/**
 * The C++ core. It makes trees from data and returns them as unchecked JSON values; no call depends on another. A call that the
 * core refuses throws a BroadsideError with the core's code and the path of the member at fault.
 */
export class Core {
  readonly #transport: Transport;
  /** The words that the core was given last. */
  #messages: Messages | undefined;

  constructor(module: CoreModule) {
    this.#transport = new Transport(module);
  }

  article({ messages, names, markdown, ...options }: ArticleRequest): unknown {
    if (names !== undefined) this.#transport.names(names);
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
