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

// What is not UTF-8 would otherwise come out as if the core had replaced it.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * What the core as WebAssembly answers to a request, as text: a tree, or an error's JSON. `messages` and `markdown` go
 * beside the options, as the loader has them go.
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
  // Asked for first: HEAPU8 is another one where the memory has had to grow.
  const place = glue.input(bytes.length);
  glue.HEAPU8.set(bytes, place);
  return bytes.length;
}
