import createModule, { type CoreModule } from 'broadside-core';
import { BroadsideError } from '../errors.ts';
import type { Messages } from '../language/messages.ts';
import type { Failure, Fields, Problem, Reply } from '../replies/client.ts';

export interface ArticleRequest {
  readonly article: Record<string, unknown>;
  readonly language: string;
  readonly messages: Messages;
  readonly base: string;
}

export interface DocumentRequest {
  readonly markdown: string;
  readonly language: string;
  readonly messages: Messages;
  readonly base: string;
}

export interface ThreadRequest {
  readonly messages: Messages;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly replies: readonly Reply[];
  readonly more: boolean;
}

export interface FormRequest {
  readonly messages: Messages;
  readonly problems: readonly Problem[];
  readonly status: 'idle' | 'sending' | 'sent' | 'failed';
  readonly failure?: Failure;
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

let shared: Promise<Core> | undefined;

/** The one core of this page, fetched on first need and once more after a failure. */
export function loadCore(address: URL, integrity: string): Promise<Core> {
  shared ??= instantiate(address, integrity).catch((thrown: unknown) => {
    shared = undefined;
    throw BroadsideError.from(thrown, 'core', address.href);
  });
  return shared;
}

/** Asked with the smallest module there is: a policy or a setting may forbid WebAssembly. */
export async function webAssemblyAllowed(): Promise<boolean> {
  const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  try {
    await WebAssembly.instantiate(emptyModule);
    return true;
  } catch {
    return false;
  }
}

async function instantiate(address: URL, integrity: string): Promise<Core> {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new BroadsideError('core', address.href, `answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => done(instance, module), reject);
        return {};
      },
      onAbort: reject,
    }).then((module) => resolve(new Core(module)), reject);
  });
}
