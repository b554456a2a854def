import createModule, { type CoreModule } from 'broadside-core';

/** The core of these bytes, ready to be called. */
export function instantiate(bytes: BufferSource): Promise<CoreModule> {
  return new Promise((resolve, reject) => {
    const options = {
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object {
        WebAssembly.instantiate(bytes, imports).then(({ instance }) => {
          done(instance);
        }, reject);
        return {};
      },
      onAbort: reject,
    };
    createModule(options).then(resolve, reject);
  });
}
