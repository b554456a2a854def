import { readFileSync } from 'node:fs';
import { loadScript, loadWasm, type Wasm } from './wasm.ts';

interface Functions {
  names(length: number): boolean;
  messages(length: number): boolean;
  view(nameLength: number, optionsLength: number, markdownLength: number): boolean;
}

export const core = await loadWasm<Functions>('broadside-core');
giveNames(core);

type Request = Record<string, unknown>;

/**
 * Returns the answer of the core as WebAssembly, as text: a tree, or an error's JSON. `messages` and `markdown` are
 * passed separately from the options, as in the loader.
 */
export function wasmAnswer(name: string, request: Request): string {
  return answerOf(core, name, request);
}

/** Gives a core the names of languages, as the loader does for an article with several. */
function giveNames(core: Wasm<Functions>): void {
  const [length = 0] = core.write(readFileSync(new URL('../../build/names.txt', import.meta.url), 'utf8'));
  core.functions.names(length);
}

/** Loads the core as JavaScript, and returns what gives its answers. */
export async function loadScriptAnswer(): Promise<typeof wasmAnswer> {
  const script = await loadScript<Functions>('broadside-core');
  giveNames(script);
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
