import { execFileSync } from 'node:child_process';
import type { RawHtml } from '../../web/src/generated/rules.ts';
import { loadWasm } from './wasm.ts';

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

interface Functions {
  remarks(htmlLength: number, length: number): boolean;
  mended(htmlLength: number, length: number): boolean;
}

const program = new URL('../../build/native/lint_each', import.meta.url).pathname;

/** Returns the remarks of the native rules on many texts, in one process. */
export function lintedNatively(html: RawHtml, texts: readonly string[]): Linted[] {
  const input = JSON.stringify({ html, texts });
  return JSON.parse(execFileSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 30 })) as Linted[];
}

/** Loads the rules as WebAssembly. */
export async function loadLint(): Promise<(html: RawHtml, text: string) => Linted> {
  const lint = await loadWasm<Functions>('broadside-lint');
  const ask = (name: 'remarks' | 'mended', html: RawHtml, text: string): string => {
    const [htmlLength = 0, length = 0] = lint.write(html, text);
    if (!lint.functions[name](htmlLength, length)) throw new Error(`there is no mode ${html}`);
    return lint.read();
  };
  return (html, text) => ({ remarks: ask('remarks', html, text), mended: ask('mended', html, text) });
}
