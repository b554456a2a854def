import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Glue {
  readonly HEAPU8: Uint8Array;
  input(length: number): number;
  messages(length: number): boolean;
  view(name: string, optionsLength: number, markdownLength: number): boolean;
  result(): number;
  resultLength(): number;
}

interface Options {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}

const folder = new URL('../../build/wasm/', import.meta.url);
const createGlue = createRequire(import.meta.url)(new URL('broadside-core.js', folder).pathname) as (
  options: Options,
) => Promise<Glue>;

export const glue = await createGlue({
  instantiateWasm(imports, done) {
    const module = new WebAssembly.Module(readFileSync(new URL('broadside-core.wasm', folder)));
    done(new WebAssembly.Instance(module, imports));
    return {};
  },
});

// A lenient decoder would hide invalid UTF-8, as if the core had replaced it.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Returns the answer of the core as WebAssembly, as text: a tree, or an error's JSON. `messages` and `markdown` are
 * passed separately from the options, as in the loader.
 */
export function wasmAnswer(name: string, { messages, markdown = '', ...options }: Record<string, unknown>): string {
  if (messages) glue.messages(write(JSON.stringify(messages)));
  const json = JSON.stringify(options);
  const text = markdown as string;
  glue.view(name, Buffer.byteLength(json), write(json + text) - Buffer.byteLength(json));
  const start = glue.result();
  return strict.decode(glue.HEAPU8.subarray(start, start + glue.resultLength()));
}

function write(text: string): number {
  const bytes = new TextEncoder().encode(text);
  // The memory is asked for first, because HEAPU8 is a new array if the memory had to grow.
  const place = glue.input(bytes.length);
  glue.HEAPU8.set(bytes, place);
  return bytes.length;
}
