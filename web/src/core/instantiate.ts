import createModule, { type CoreFunctions } from 'broadside-core';

/** The core's functions and its memory, whose buffer is another one after each call that needed more room. */
export interface CoreModule extends CoreFunctions {
  readonly memory: WebAssembly.Memory;
}

/** Instantiates the core from its bytes, or from the module that they were compiled to. */
export async function instantiate(core: BufferSource | WebAssembly.Module): Promise<CoreModule> {
  const module = 'byteLength' in core ? await WebAssembly.compile(core) : core;
  return new Promise((resolve, reject) => {
    begin((imports, made) => {
      WebAssembly.instantiate(module, imports)
        .then((instance) => {
          resolve(made(instance));
        })
        .catch(reject);
    });
  });
}

/** Instantiates the core synchronously, which a page's main thread does not allow. */
export function instantiateNow(module: WebAssembly.Module): CoreModule {
  let core: CoreModule | undefined;
  begin((imports, made) => {
    core = made(new WebAssembly.Instance(module, imports));
  });
  return core as unknown as CoreModule;
}

/** Calls `instantiate` with what the core imports, and with what makes the core of the instance. */
function begin(
  instantiate: (imports: WebAssembly.Imports, made: (instance: WebAssembly.Instance) => CoreModule) => void,
): void {
  const options = {
    instantiate: (_: unknown, imports: WebAssembly.Imports) => ({
      then(done: (made: { readonly instance: WebAssembly.Instance }) => void): void {
        instantiate(imports, (instance) => {
          done({ instance });
          // The linker gives exports new names, but there is only one memory.
          const memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
          return Object.assign(options as unknown as CoreFunctions, { memory: memory as WebAssembly.Memory });
        });
      },
    }),
  };
  createModule(options);
}
