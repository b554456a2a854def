import createModule, { type CoreFunctions } from 'broadside-core';

/** The core's functions and its memory, whose buffer is another one after each call that needed more room. */
export interface CoreModule extends CoreFunctions {
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** An instance of the core: of its WebAssembly, or of what the build has made of that in JavaScript. */
export type CoreInstance = Pick<WebAssembly.Instance, 'exports'>;

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

/** Instantiates the core synchronously, which a page's main thread does not allow for WebAssembly. */
export function instantiateNow(make: (imports: WebAssembly.Imports) => CoreInstance): CoreModule {
  let core: CoreModule | undefined;
  begin((imports, made) => {
    core = made(make(imports));
  });
  return core as unknown as CoreModule;
}

/** Calls `instantiate` with what the core imports, and with what makes the core of the instance. */
function begin(
  instantiate: (imports: WebAssembly.Imports, made: (instance: CoreInstance) => CoreModule) => void,
): void {
  const options = {
    instantiate: (_: unknown, imports: WebAssembly.Imports) => ({
      then(done: (made: { readonly instance: CoreInstance }) => void): void {
        instantiate(imports, (instance) => {
          done({ instance });
          // The linker gives exports new names, but only the memory has a buffer.
          const memory = Object.values(instance.exports).find((one) => 'buffer' in one);
          return Object.assign(options as unknown as CoreFunctions, { memory: memory as CoreModule['memory'] });
        });
      },
    }),
  };
  createModule(options);
}
