/** Emscripten's glue for the core (build/wasm/broadside-core.mjs), which the build puts into the bundle. */
declare module 'broadside-core' {
  /** The functions of src/wasm/core. */
  export interface CoreFunctions {
    /** Makes room for so many bytes, and returns its address. */
    input(length: number): number;
    /** Takes the text there as the interface's words from now on. Returns false if the result is an error. */
    messages(length: number): boolean;
    /** Takes the text there as the names of languages from now on. Returns true. */
    names(length: number): boolean;
    /**
     * Answers a request whose name, options and Markdown are there, one after the other. Returns false if the result is an
     * error.
     */
    view(nameLength: number, optionsLength: number, markdownLength: number): boolean;
    result(): number;
    resultLength(): number;
  }

  export interface Options {
    /** Calls the callback with the instance, now or later. The functions are in the options as soon as that returns. */
    instantiate(
      module: unknown,
      imports: WebAssembly.Imports,
    ): { then(done: (made: { readonly instance: Pick<WebAssembly.Instance, 'exports'> }) => void): void };
  }

  export default function createModule(options: Options): unknown;
}
