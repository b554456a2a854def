import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Remark {
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly mend: readonly { readonly line: number; readonly offset: number; readonly length: number }[];
}

export interface Linted {
  /** The remarks as JSON. */
  readonly remarks: string;
  readonly mended: string;
}

type Mode = 'drop' | 'escape' | 'sanitize';

interface Glue {
  readonly HEAPU8: Uint8Array;
  input(length: number): number;
  remarks(html: string, length: number): boolean;
  mended(html: string, length: number): boolean;
  result(): number;
  resultLength(): number;
}

interface Options {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}

const program = new URL('../../build/native/lint_each', import.meta.url).pathname;
const folder = new URL('../../build/wasm/', import.meta.url);

/** Returns the remarks of the native rules on many texts, in one process. */
export function lintedNatively(html: Mode, texts: readonly string[]): Linted[] {
  const input = JSON.stringify({ html, texts });
  return JSON.parse(execFileSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 30 })) as Linted[];
}

/** Loads the rules as WebAssembly. */
export async function loadLint(): Promise<(html: Mode, text: string) => Linted> {
  const createGlue = createRequire(import.meta.url)(new URL('broadside-lint.js', folder).pathname) as (
    options: Options,
  ) => Promise<Glue>;
  const glue = await createGlue({
    instantiateWasm(imports, done) {
      const module = new WebAssembly.Module(readFileSync(new URL('broadside-lint.wasm', folder)));
      done(new WebAssembly.Instance(module, imports));
      return {};
    },
  });
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const ask = (name: 'remarks' | 'mended', html: Mode, text: string): string => {
    const bytes = new TextEncoder().encode(text);
    const place = glue.input(bytes.length); // which may make HEAPU8 another one
    glue.HEAPU8.set(bytes, place);
    if (!glue[name](html, bytes.length)) throw new Error(`there is no mode ${html}`);
    const start = glue.result();
    return strict.decode(glue.HEAPU8.subarray(start, start + glue.resultLength()));
  };
  return (html, text) => ({ remarks: ask('remarks', html, text), mended: ask('mended', html, text) });
}
