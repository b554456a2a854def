/** Emscripten's glue for the core (build/wasm/broadside-core.js), which the build puts into the bundle. */
declare module 'broadside-core' {
  export interface CoreModule {
    readonly HEAPU8: Uint8Array;
    /** Room for so many bytes: where it starts. */
    input(length: number): number;
    /** Takes what lies there as the interface's words from now on. False where the result is an error. */
    messages(length: number): boolean;
    /** Answers a request whose options lie there, and its Markdown behind them. False where the result is an error. */
    view(name: string, optionsLength: number, markdownLength: number): boolean;
    result(): number;
    resultLength(): number;
  }

  export interface Options {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
    onAbort(why: unknown): void;
  }

  export default function createModule(options: Options): Promise<CoreModule>;
}
