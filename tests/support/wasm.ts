import { readFileSync } from 'node:fs';

/**
 * The common interface of the modules of src/wasm: they take and give texts in their memory, whose buffer is replaced when it
 * grows.
 */
interface Exchange {
  readonly memory: { readonly buffer: ArrayBuffer };
  input(length: number): number;
  result(): number;
  resultLength(): number;
}

/** A module of build/wasm and its texts. */
export interface Wasm<Functions> {
  readonly functions: Functions & Exchange;
  /** Puts texts one behind the other where the module looks for them, and returns the number of bytes of each. */
  write(...texts: readonly string[]): number[];
  /** Returns what the module has answered. */
  read(): string;
}

type Instance = Pick<WebAssembly.Instance, 'exports'>;

interface Options {
  instantiate(
    module: unknown,
    imports: WebAssembly.Imports,
  ): { then(done: (made: { readonly instance: Instance }) => void): void };
}

const folder = new URL('../../build/wasm/', import.meta.url);

// A lenient decoder would hide invalid UTF-8, as if the module had replaced it.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Instantiates a module of build/wasm. Its functions are those that src/wasm binds. */
export function loadWasm<Functions>(name: string): Promise<Wasm<Functions>> {
  const module = new WebAssembly.Module(readFileSync(new URL(`${name}.wasm`, folder)));
  return load(name, (imports) => new WebAssembly.Instance(module, imports));
}

/** Does the same with the JavaScript that the build has made of a module. */
export async function loadScript<Functions>(name: string): Promise<Wasm<Functions>> {
  const script = (await import(new URL(`${name}-script.mjs`, folder).href)) as {
    readonly default: (imports: object) => Instance;
  };
  return load(name, script.default);
}

async function load<Functions>(
  name: string,
  make: (imports: WebAssembly.Imports) => Instance,
): Promise<Wasm<Functions>> {
  const glue = (await import(new URL(`${name}.mjs`, folder).href)) as { default(options: Options): unknown };
  const options: Options = {
    instantiate: (_, imports) => ({
      then(done) {
        const instance = make(imports);
        const memory = Object.values(instance.exports).find((one) => 'buffer' in one);
        Object.assign(options, { memory });
        done({ instance });
      },
    }),
  };
  glue.default(options);
  const functions = options as unknown as Functions & Exchange;
  const bytes = (start: number, length: number): Uint8Array => new Uint8Array(functions.memory.buffer, start, length);
  return {
    functions,
    write(...texts) {
      const encoded = texts.map((text) => Buffer.from(text));
      const all = Buffer.concat(encoded);
      bytes(functions.input(all.length), all.length).set(all);
      return encoded.map(({ length }) => length);
    },
    read: () => strict.decode(bytes(functions.result(), functions.resultLength())),
  };
}
