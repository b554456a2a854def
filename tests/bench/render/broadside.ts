import { Core } from '../../../web/src/core/core.ts';
import { decode } from '../../../web/src/core/decode.ts';
import { type CoreModule, instantiate } from '../../../web/src/core/instantiate.ts';

export type { CoreModule };
export { Core, instantiate as instantiateCore };

const encoder = new TextEncoder();

const name = 'markdown';
const options = '{}';
const head = name + options;

/** The steps that web/src/core/core.ts takes for a tree of Markdown, so that each can be timed. */
export const steps = {
  request(module: CoreModule, markdown: string): number {
    const most = head.length + 3 * markdown.length;
    const start = module.input(most);
    const room = new Uint8Array(module.memory.buffer, start, most);
    encoder.encodeInto(head, room);
    return encoder.encodeInto(markdown, room.subarray(head.length)).written;
  },
  core(module: CoreModule, length: number): void {
    if (!module.view(name.length, options.length, length)) throw new Error(steps.answer(module));
  },
  answer(module: CoreModule): string {
    return decode(new Uint8Array(module.memory.buffer, module.result(), module.resultLength()));
  },
};

export function answer(module: CoreModule, markdown: string): string {
  steps.core(module, steps.request(module, markdown));
  return steps.answer(module);
}
