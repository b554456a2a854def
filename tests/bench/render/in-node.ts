// Runs in Node.js: from Markdown to HTML as text, or to a tree, without a DOM and so without DOMPurify.
import { readFileSync } from 'node:fs';
import { answer, instantiateCore } from './broadside.ts';
import { startPeers } from './peers.ts';
import { interleaved, type Medians, type Plan, type Timed, timed } from './samples.ts';

export interface Files {
  readonly core: string;
  readonly md4wSmall: string;
  readonly md4wFast: string;
}

export async function start(files: Files): Promise<(markdown: string, plan: Plan) => Medians> {
  const read = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
  const module = await instantiateCore(read(files.core));
  const peers = await startPeers({ small: read(files.md4wSmall), fast: read(files.md4wFast) });

  function contenders(markdown: string): Record<string, Timed> {
    return {
      'Broadside: tree': timed(() => JSON.parse(answer(module, markdown)) as unknown),
      'Broadside: tree as JSON text': timed(() => answer(module, markdown)),
      ...Object.fromEntries(peers.map(({ name, html }) => [name, timed(() => html(markdown))])),
    };
  }
  return (markdown, plan) => interleaved(contenders(markdown), plan);
}
