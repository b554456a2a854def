import { build, type Plugin } from 'esbuild';

const root = new URL('../../../', import.meta.url).pathname;

const md4wTwice: Plugin = {
  name: 'md4w-twice',
  setup(bundling) {
    bundling.onResolve({ filter: /^md4w-(small|fast)$/ }, ({ path }) => ({
      path: `${root}node_modules/md4w/js/md4w.js`,
      suffix: `?${path}`,
    }));
  },
};

/**
 * Bundles one of this folder's modules with all that it imports, including the loader and the core's glue. Returns its
 * path.
 */
export async function bundle(name: string, platform: 'browser' | 'node'): Promise<string> {
  const outfile = `${root}build/bench/${name}.mjs`;
  await build({
    entryPoints: [`${root}tests/bench/render/${name}.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform,
    mainFields: ['module', 'main'],
    target: platform === 'browser' ? 'chrome109' : 'node22',
    minify: true,
    legalComments: 'none',
    alias: { 'broadside-core': `${root}build/wasm/broadside-core.mjs` },
    plugins: [md4wTwice],
    logLevel: 'warning',
  });
  return outfile;
}
