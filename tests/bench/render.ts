// Measures the time from Markdown to DOM in Chromium, and to text or tree in Node.js: for the core, its peers, and the
// least that it takes.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchChromium } from '../support/chromium.ts';
import { articles } from './render/articles.ts';
import { bundle } from './render/bundle.ts';
import type { start } from './render/in-node.ts';
import type { Medians, Plan } from './render/samples.ts';
import { printTable, ratios, type Relation, shares } from './render/table.ts';

const root = new URL('../../', import.meta.url).pathname;
const files = {
  core: `${root}build/wasm/broadside-core.wasm`,
  md4wSmall: `${root}node_modules/md4w/js/md4w-small.wasm`,
  md4wFast: `${root}node_modules/md4w/js/md4w-fast.wasm`,
};

const plans: Readonly<Record<string, Plan>> = {
  '2 KB': { rounds: 60, times: 20 },
  '50 KB': { rounds: 40, times: 1 },
  '200 KB': { rounds: 25, times: 1 },
};

await inChromium();
await inNode();

async function inChromium(): Promise<void> {
  const server = await serve({
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="in-page.mjs"></script>'],
    '/in-page.mjs': ['text/javascript', readFileSync(await bundle('in-page', 'browser'))],
    '/broadside-core.wasm': ['application/wasm', readFileSync(files.core)],
    '/md4w-small.wasm': ['application/wasm', readFileSync(files.md4wSmall)],
    '/md4w-fast.wasm': ['application/wasm', readFileSync(files.md4wFast)],
  });
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`http://localhost:${String((server.address() as AddressInfo).port)}/`);
  await page.waitForFunction(() => 'bench' in globalThis);
  await report(`Markdown to DOM, Chromium ${browser.version()}`, ratios, (markdown, plan) =>
    page.evaluate(({ markdown, plan }) => bench.compare(markdown, plan), { markdown, plan }),
  );
  await report('Where Broadside’s time goes there', shares, (markdown, plan) =>
    page.evaluate(({ markdown, plan }) => bench.dissect(markdown, plan), { markdown, plan }),
  );
  await browser.close();
  server.close();
}

async function inNode(): Promise<void> {
  const module = (await import(await bundle('in-node', 'node'))) as { start: typeof start };
  const compare = await module.start(files);
  await report(`Markdown to text or tree, unsanitised, Node.js ${process.version}`, ratios, compare);
}

async function report(
  title: string,
  relation: Relation,
  measure: (markdown: string, plan: Plan) => Medians | Promise<Medians>,
): Promise<void> {
  const columns = new Map<string, Medians>();
  for (const { name, markdown } of articles) {
    const plan = plans[name];
    if (plan) columns.set(name, await measure(markdown, plan));
  }
  printTable(title, columns, relation);
}

/**
 * Serves the files with the headers that isolate a page from others, since browsers give a clock of microseconds only
 * to such pages.
 */
async function serve(answers: Readonly<Record<string, [type: string, body: string | Buffer]>>): Promise<Server> {
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/plain', ''];
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
