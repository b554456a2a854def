import createModule, { type CoreModule } from 'broadside-core';

/** Instantiates the core from its bytes, or from the module that they were compiled to. */
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
 * Instantiates the core synchronously, which a page's main thread does not allow. The glue returns a promise in any case, but has
 * put everything into its options by the time that it returns.
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
