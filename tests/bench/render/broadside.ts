import type { CoreModule } from 'broadside-core';
import { Core } from '../../../web/src/core/core.ts';
import { decode } from '../../../web/src/core/decode.ts';
import { instantiate } from '../../../web/src/core/instantiate.ts';

export type { CoreModule };
export { Core, instantiate as instantiateCore };

const encoder = new TextEncoder();

const options = '{}';

/** The steps that web/src/core/core.ts takes for a tree of Markdown, so that each can be timed. */
export const steps = {
  request(module: CoreModule, markdown: string): number {
    const start = module.input(options.length + 3 * markdown.length);
    const memory = module.HEAPU8;
    encoder.encodeInto(options, memory.subarray(start));
    return encoder.encodeInto(markdown, memory.subarray(start + options.length)).written;
  },
  core(module: CoreModule, length: number): void {
    if (!module.view('markdown', options.length, length)) throw new Error(steps.answer(module));
  },
  answer(module: CoreModule): string {
    const start = module.result();
    return decode(module.HEAPU8.subarray(start, start + module.resultLength()));
  },
};

export function answer(module: CoreModule, markdown: string): string {
  steps.core(module, steps.request(module, markdown));
  return steps.answer(module);
}
