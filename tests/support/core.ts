import { loadScript, loadWasm, type Wasm } from './wasm.ts';

interface Functions {
  messages(length: number): boolean;
  view(nameLength: number, optionsLength: number, markdownLength: number): boolean;
}

export const core = await loadWasm<Functions>('broadside-core');

type Request = Record<string, unknown>;

/**
 * Returns the answer of the core as WebAssembly, as text: a tree, or an error's JSON. `messages` and `markdown` are
 * passed separately from the options, as in the loader.
 */
export function wasmAnswer(name: string, request: Request): string {
  return answerOf(core, name, request);
}

/** Loads the core as JavaScript, and returns what gives its answers. */
export async function loadScriptAnswer(): Promise<typeof wasmAnswer> {
  const script = await loadScript<Functions>('broadside-core');
  return (name, request) => answerOf(script, name, request);
}

function answerOf(core: Wasm<Functions>, name: string, { messages, markdown = '', ...options }: Request): string {
  if (messages) {
    const [length = 0] = core.write(JSON.stringify(messages));
    core.functions.messages(length);
  }
  const [nameLength = 0, optionsLength = 0, length = 0] = core.write(name, JSON.stringify(options), markdown as string);
  core.functions.view(nameLength, optionsLength, length);
  return core.read();
}
