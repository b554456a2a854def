/** Emscripten's glue for the core (build/wasm/broadside-core.js), which the build puts into the bundle. */
declare module 'broadside-core' {
  export interface CoreModule {
    readonly HEAPU8: Uint8Array;
    /** Makes room for so many bytes, and returns where it starts. */
    _input(length: number): number;
    /** Takes what lies there as the interface's words from now on. Returns 0 where the result is an error. */
    _messages(length: number): number;
    /** Answers a request whose name, options and Markdown lie there. Returns 0 where the result is an error. */
    _view(nameLength: number, optionsLength: number, markdownLength: number): number;
    /** Returns where the result starts. */
    _result(): number;
    _result_length(): number;
  }

  export interface Options {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
    onAbort(why: unknown): void;
  }

  export default function createModule(options: Options): Promise<CoreModule>;
}
