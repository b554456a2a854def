/** Emscripten's glue for the rules of `broadside check` (build/wasm/broadside-lint.mjs), which the build puts into the worker. */
declare module 'broadside-lint' {
  /** The functions of src/wasm/lint. */
  export interface LintFunctions {
    /** Makes room for so many bytes, and returns its address. */
    input(length: number): number;
    /** Answers with the remarks on the text that is there behind a mode of raw HTML. Returns false if there is no such mode. */
    remarks(htmlLength: number, length: number): boolean;
    result(): number;
    resultLength(): number;
  }

  export { type Options } from 'broadside-core';
  export default function createModule(options: import('broadside-core').Options): unknown;
}
