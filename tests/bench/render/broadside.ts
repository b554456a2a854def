import createModule, { type CoreModule } from 'broadside-core';
import { Core } from '../../../web/src/core/core.ts';

export type { CoreModule };
export { Core };

export async function instantiateCore(bytes: Uint8Array<ArrayBuffer>): Promise<CoreModule> {
  const module = await WebAssembly.compile(bytes);
  return createModule({
    instantiateWasm(imports, done) {
      done(new WebAssembly.Instance(module, imports));
      return {};
    },
    onAbort(why) {
      throw new Error(String(why));
    },
  });
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What web/src/core/core.ts does with a request, step by step, so that each can be timed. */
export const steps = {
  request(module: CoreModule, request: object): number {
    const bytes = encoder.encode(JSON.stringify(request));
    module.HEAPU8.set(bytes, module.input(bytes.length));
    return bytes.length;
  },
  core(module: CoreModule, name: string, length: number): void {
    if (!module.view(name, length)) throw new Error(steps.answer(module));
  },
  answer(module: CoreModule): string {
    const start = module.result();
    return decoder.decode(module.HEAPU8.subarray(start, start + module.resultLength()));
  },
};

export function answer(module: CoreModule, name: string, request: object): string {
  steps.core(module, name, steps.request(module, request));
  return steps.answer(module);
}
