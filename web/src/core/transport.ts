import { BroadsideError } from '../events/errors.ts';
import { decode } from './decode.ts';
import type { CoreModule } from './instantiate.ts';

const encoder = new TextEncoder();

/** Passes texts to the core and takes its answers, as UTF-8 in its memory. */
export class Transport {
  readonly #module: CoreModule;

  constructor(module: CoreModule) {
    this.#module = module;
  }

  /** Gives the core the interface's words, which it uses from now on. Throws what it says is wrong with them. */
  messages(messages: object): void {
    const [length = 0] = this.#write(toJson(messages));
    if (!this.#module.messages(length)) throw this.#error();
  }

  /** Gives the core the names of languages, which it uses from now on. */
  names(tables: string): void {
    const [length = 0] = this.#write(tables);
    this.#module.names(length);
  }

  /** Returns the core's answer to a request, as text. Throws a BroadsideError with the core's code and the path of the member. */
  ask(name: string, options: object, markdown = ''): string {
    const [nameLength = 0, optionsLength = 0, markdownLength = 0] = this.#write(name, toJson(options), markdown);
    if (!this.#module.view(nameLength, optionsLength, markdownLength)) throw this.#error();
    return this.#result();
  }

  /** Writes texts one after the other to where the core looks for them, and returns how many bytes each takes. */
  #write(...texts: readonly string[]): number[] {
    const most = texts.reduce((sum, { length }) => sum + 3 * length, 0);
    let room = this.#bytes(this.#module.input(most), most);
    return texts.map((text) => {
      const { written } = encoder.encodeInto(text, room);
      room = room.subarray(written);
      return written;
    });
  }

  #result(): string {
    return decode(this.#bytes(this.#module.result(), this.#module.resultLength()));
  }

  /** Each call may have replaced the memory by a bigger one, so what it holds is looked up anew. */
  #bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.#module.memory.buffer, start, length);
  }

  #error(): BroadsideError {
    const { code, where, message } = JSON.parse(this.#result()) as Pick<BroadsideError, 'code' | 'where' | 'message'>;
    return new BroadsideError(code, where, message);
  }
}

/** Returns JSON that the core can read: half a surrogate pair, which UTF-8 cannot express, becomes U+FFFD in escapes too. */
function toJson(value: object): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\(?:ud[0-9a-f]{3}|.)/g, (escape) => (escape.startsWith('\\ud') ? '\ufffd' : escape));
}
