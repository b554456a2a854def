import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import type { BenchServer } from './servers.ts';

const root = new URL('../../../', import.meta.url).pathname;
const packages = join(root, 'node_modules');
/** The packages that only this benchmark needs; scripts/bench.sh installs them there. */
const own = join(root, 'build/bench/peers/node_modules');

/** Serves the libraries as each is used: those of hand-written pages bundled with the page's few lines, elements as published. */
export async function putPeers(server: BenchServer): Promise<void> {
  for (const name of ['marked', 'markdown-it', 'md4w', 'micromark'])
    server.put(`peers/${name}.js`, await bundled(join(import.meta.dirname, `pages/${name}.ts`)));
  server.put('peers/md4w-small.wasm', readFileSync(join(packages, 'md4w/js/md4w-small.wasm')));
  await putZeroMd(server);
  await putMdBlock(server);
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    mainFields: ['module', 'main'],
    target: 'chrome109',
    legalComments: 'none',
    supported: { 'top-level-await': true },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** jsDelivr minifies a file whose name asks for it, and makes one module of a package under `/+esm`. */
async function minified(path: string): Promise<string> {
  const { code } = await transform(readFileSync(path, 'utf8'), { minify: true, format: 'esm', legalComments: 'none' });
  return code;
}

async function putZeroMd(server: BenchServer): Promise<void> {
  const npm = (path: string, content: string): void => {
    server.put(`npm/${path}`, content, path.endsWith('.css') ? 'text/css' : 'text/javascript');
  };
  server.put('peers/zero-md.js', rewritten(readFileSync(join(own, 'zero-md/dist/index.min.js'), 'utf8'), server));
  npm('marked@18/lib/marked.esm.min.js', await minified(join(packages, 'marked/lib/marked.esm.js')));
  for (const name of ['marked-base-url@1', 'marked-highlight@2', 'marked-gfm-heading-id@4', 'marked-alert@2'])
    npm(`${name}/+esm`, await bundled(join(own, name.replace(/@.*/, ''))));
  npm('github-markdown-css@5/github-markdown.min.css', await css('github-markdown-css/github-markdown.css'));
  for (const name of ['github', 'github-dark'])
    npm(
      `@highlightjs/cdn-assets@11/styles/${name}.min.css`,
      await css(`@highlightjs/cdn-assets/styles/${name}.min.css`),
    );
  npm('katex@0/dist/katex.min.css', await css('katex/dist/katex.min.css'));
}

async function css(path: string): Promise<string> {
  const { code } = await transform(readFileSync(join(own, path), 'utf8'), { minify: true, loader: 'css' });
  return code;
}

/** md-block asks for its libraries by addresses that its versions of 2021 still had. */
async function putMdBlock(server: BenchServer): Promise<void> {
  server.put('peers/md-block.js', rewritten(readFileSync(join(own, 'md-block/md-block.js'), 'utf8'), server));
  server.put('npm/marked/src/marked.min.js', await minified(join(own, 'marked-of-md-block/lib/marked.esm.js')));
  server.put(
    'npm/dompurify@2.3.3/dist/purify.es.min.js',
    await minified(join(own, 'dompurify-of-md-block/dist/purify.es.js')),
  );
}

function rewritten(script: string, server: BenchServer): string {
  return script.replaceAll('https://cdn.jsdelivr.net/', server.url);
}
