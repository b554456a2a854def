// The worker of the playground, so that no text, however long, holds up typing: the rules of `broadside check`, and the core.

import { Core } from '../../src/core/core.ts';
import { instantiate } from '../../src/core/instantiate.ts';
import { loadLanguage, loadNames } from '../../src/language/words.module.ts';
import { examine, type Tools } from './examine.ts';
import { instantiateLint } from './lint.ts';
import type { Message, Request } from './protocol.ts';

// The build sets these: the files beside the page.
declare const CORE_ADDRESS: string;
declare const LINT_ADDRESS: string;

async function load(): Promise<Tools> {
  const [core, lint] = await Promise.all([bytesOf(CORE_ADDRESS), bytesOf(LINT_ADDRESS)]);
  const messagesFor = async (language: string) => (await loadLanguage([language])).messages;
  const names = await loadNames();
  return { core: new Core(await instantiate(core)), lint: await instantiateLint(lint), messagesFor, names };
}

async function bytesOf(address: string): Promise<ArrayBuffer> {
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  return response.arrayBuffer();
}

function say(message: Message): void {
  postMessage(message);
}

function fail(thrown: unknown): void {
  say({ kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
}

load().then((tools) => {
  addEventListener('message', ({ data }: MessageEvent<Request>) => {
    examine(data, tools).then((answer) => {
      say({ kind: 'answer', answer });
    }, fail);
  });
  say({ kind: 'ready' });
}, fail);
