// Makes the playground of its sources and of the loader, the core and the command, which must have been built: a folder that any web
// server can serve, below any path.
//
//   node web/playground/build.ts     writes build/playground
//
//   index.html, main.js, style.css   the playground
//   worker.js                        examines the texts, with core.wasm, lint.wasm and the words in words/
//   page/                            the host's page in the frame, with each policy, and the example's texts beside it
//   gallery/                         the examples' hosts, with the publisher's site
//   broadside/<version>-<hash>/      the loader

import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import type { Manifest } from '../tag.ts';
import { messagesForReaders, wordsAsModules } from '../words-plugins.ts';
import { writeGallery } from './gallery.ts';
import { policyText } from './page/policies.ts';
import { choices, type Policy } from './state/options.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = import.meta.dirname;
const dist = join(root, 'web/dist');
const wasm = join(root, 'build/wasm');
const playground = join(root, 'build/playground');

const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
const loaderFolder = `broadside/${manifest.folder}`;
const loaderIntegrity = manifest.files['broadside.js'] ?? '';

rmSync(playground, { recursive: true, force: true });
for (const folder of ['page', 'words', loaderFolder]) mkdirSync(join(playground, folder), { recursive: true });
copyLoader();
cpSync(join(dist, 'words'), join(playground, 'words'), { recursive: true });
copyFileSync(join(dist, 'core.wasm'), join(playground, 'core.wasm'));
copyFileSync(join(wasm, 'broadside-lint.wasm'), join(playground, 'lint.wasm'));
for (const name of ['index.html', 'icon.svg']) copyFileSync(join(sources, name), join(playground, name));
copyFileSync(join(sources, 'page/page.css'), join(playground, 'page/page.css'));
cpSync(join(sources, 'example'), join(playground, 'page'), { recursive: true });
await bundle();
for (const policy of choices.policy) writePage(policy);
writeGallery(join(playground, 'gallery'), { folder: manifest.folder, integrity: loaderIntegrity });

function copyLoader(): void {
  for (const name of Object.keys(manifest.files)) copyFileSync(join(dist, name), join(playground, loaderFolder, name));
}

/** Writes the host's page with a policy, which a page on any server can only state in itself. */
function writePage(policy: Policy): void {
  const ownIntegrity = integrity(join(playground, 'page/page.js'));
  const text = policyText(policy, [ownIntegrity, loaderIntegrity]);
  const meta = text === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${text}" />`;
  const loader = `<script async src="../${loaderFolder}/broadside.js" integrity="${loaderIntegrity}" crossorigin="anonymous"></script>`;
  const own = `<script src="page.js" integrity="${ownIntegrity}"></script>`;
  const page = readFileSync(join(sources, 'page/page.html'), 'utf8');
  writeFileSync(
    join(playground, 'page', `${policy}.html`),
    page.replace('<!-- policy -->', meta).replace('<!-- own -->', own).replace('<!-- loader -->', loader),
  );
}

function integrity(file: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}

async function bundle(): Promise<void> {
  const common = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    outdir: playground,
    target: ['chrome109', 'firefox115', 'safari16.4'],
  } satisfies BuildOptions;
  await build({ ...common, entryPoints: { style: join(sources, 'styles/style.css') } });
  await build({
    ...common,
    entryPoints: { main: join(sources, 'main.ts') },
    format: 'esm',
    define: {
      LOADER: JSON.stringify({ src: `${loaderFolder}/broadside.js`, integrity: loaderIntegrity, sizes: sizes() }),
    },
  });
  await build({
    ...common,
    entryPoints: { worker: join(sources, 'worker/worker.ts') },
    format: 'esm',
    alias: { 'broadside-core': join(wasm, 'broadside-core.mjs'), 'broadside-lint': join(wasm, 'broadside-lint.mjs') },
    plugins: [
      wordsAsModules(readdirSync(join(dist, 'words')).map((name) => basename(name, '.js'))),
      messagesForReaders,
    ],
    define: { CORE_ADDRESS: '"core.wasm"', LINT_ADDRESS: '"lint.wasm"' },
  });
  await build({ ...common, entryPoints: { 'page/page': join(sources, 'page/page.ts') }, format: 'iife' });
}

/** Returns the bytes of the loader's files as most servers send them. */
function sizes(): Record<string, number> {
  return Object.fromEntries(
    Object.keys(manifest.files).map((name) => [name, brotliCompressSync(readFileSync(join(dist, name))).length]),
  );
}
