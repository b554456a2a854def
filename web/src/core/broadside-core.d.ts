/** Emscripten's glue for the core (build/wasm/broadside-core.js), which the build puts into the bundle. */
declare module 'broadside-core' {
  export interface CoreModule {
    readonly HEAPU8: Uint8Array;
    /** Room for a request of so many bytes: where it starts. */
    input(length: number): number;
    /** False where the answer is an error. */
    view(name: string, length: number): boolean;
    result(): number;
    resultLength(): number;
  }

  export interface Options {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
    onAbort(why: unknown): void;
  }

  export default function createModule(options: Options): Promise<CoreModule>;
}
