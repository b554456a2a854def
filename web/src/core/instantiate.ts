import createModule, { type CoreModule } from 'broadside-core';

/** The core, ready to be called, of its bytes or of the module that they were compiled to. */
export async function instantiate(core: BufferSource | WebAssembly.Module): Promise<CoreModule> {
  const module = 'byteLength' in core ? await WebAssembly.compile(core) : core;
  return new Promise((resolve, reject) => {
    const options = {
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object {
        WebAssembly.instantiate(module, imports).then(done, reject);
        return {};
      },
      onAbort: reject,
    };
    createModule(options).then(resolve, reject);
  });
}

/**
 * The same at once, for where a module may be instantiated so: not on a page's main thread. The glue answers with a promise
 * in any case, but has put everything into its options by the time that it returns.
 */
export function instantiateNow(module: WebAssembly.Module): CoreModule {
  const options = {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
    onAbort(why: unknown): void {
      throw new Error(String(why));
    },
  };
  void createModule(options);
  return options as unknown as CoreModule;
}
