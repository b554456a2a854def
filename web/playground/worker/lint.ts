import createModule, { type LintFunctions } from 'broadside-lint';
import { decode } from '../../src/core/decode.ts';
import type { RawHtml } from '../../src/core/raw-html.ts';

/** A remark as src/core/lint gives it: lines from 1, and offsets in bytes from 0. */
export interface LintRemark {
  readonly line: number;
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

export type Lint = (markdown: string, html: RawHtml) => readonly LintRemark[];

const encoder = new TextEncoder();

/** Instantiates the rules of `broadside check` from their bytes. */
export async function instantiateLint(bytes: BufferSource): Promise<Lint> {
  const module = await WebAssembly.compile(bytes);
  const options = {} as LintFunctions;
  const memory = await new Promise<WebAssembly.Memory>((resolve, reject) => {
    const instantiate = (_: unknown, imports: WebAssembly.Imports) => ({
      then(done: (made: { readonly instance: WebAssembly.Instance }) => void): void {
        WebAssembly.instantiate(module, imports)
          .then((instance) => {
            done({ instance });
            resolve(
              Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory) as WebAssembly.Memory,
            );
          })
          .catch(reject);
      },
    });
    createModule(Object.assign(options, { instantiate }));
  });
  return (markdown, html) => {
    const input = encoder.encode(html + markdown);
    // Each call may replace the memory by a bigger one.
    const start = options.input(input.length);
    new Uint8Array(memory.buffer, start, input.length).set(input);
    options.remarks(html.length, input.length - html.length);
    const answer = new Uint8Array(memory.buffer, options.result(), options.resultLength());
    return JSON.parse(decode(answer)) as LintRemark[];
  };
}
