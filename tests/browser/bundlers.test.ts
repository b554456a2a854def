import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild, type BuildOptions } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite, createServer } from 'vite';
import webpack from 'webpack';
import { errorsOf, goToReplies, useChromium } from '../support/browser.ts';
import { serve } from '../support/http-server.ts';
import { usePackage } from '../support/package.ts';
import { Site } from '../support/site.ts';
import { article } from '../support/world.ts';

const html = '<p><em>a</em></p>';
const noReplies = JSON.stringify({ replies: [], next: null });

/** The path of Cloudflare's runtime for Workers. */
const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string };

// evanw/esbuild#795, emscripten-core/emscripten#19086, parcel-bundler/lightningcss#755
suite('the npm package in a bundle', () => {
  const visitors = useChromium('what is tested are the bundles, whose modules are plain ECMAScript');
  const { project, installed } = usePackage();

  /** Writes an application that loads the core as `source` says, which is a JavaScript expression, and then renders. */
  function write(source: string, imports = ''): string {
    const entry = join(project, 'app.js');
    writeFileSync(
      entry,
      `import { load, render } from 'broadside'; ${imports}
      globalThis.begun = true;
      load(${source}).then(() => { globalThis.made = render('*a*'); }, (error) => { globalThis.made = error.code + ': ' + error.message; });`,
    );
    writeFileSync(
      join(project, 'index.html'),
      '<!doctype html><title>A page</title><link rel="icon" href="data:,"><script type="module" src="/app.js"></script>',
    );
    return entry;
  }

  /** Returns what the page at an address has rendered. */
  async function madeBy(address: string): Promise<unknown> {
    const page = await visitors.open();
    await page.goto(address);
    const made = await page.waitForFunction(() => (globalThis as { made?: unknown }).made);
    assert.equal(await page.evaluate(() => (globalThis as { begun?: unknown }).begun), true);
    return made.jsonValue();
  }

  /** Puts a folder on a site, and a page for a script in it. */
  async function publish(t: TestContext, folder: string, script?: string): Promise<Site> {
    const site = await Site.start(t);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (statSync(join(folder, name)).isFile())
        site.put(name.replace(/index\.html$/, ''), readFileSync(join(folder, name)));
    }
    if (script !== undefined)
      site.put('', `<!doctype html><title>A page</title><script type="module" src="${script}"></script>`);
    return site;
  }

  const bundle = (options: BuildOptions) =>
    esbuild({ bundle: true, absWorkingDir: project, logLevel: 'silent', ...options });

  test('works with esbuild: the core as a file, as bytes, or at an address', async (t) => {
    const imported = "import core from 'broadside/core.wasm';";
    const ways: [name: string, entry: () => string, options: BuildOptions][] = [
      ['file', () => write('core', imported), { format: 'iife', loader: { '.wasm': 'file' }, publicPath: '/' }],
      ['binary', () => write('core', imported), { format: 'esm', loader: { '.wasm': 'binary' } }],
      ['address', () => write("'/elsewhere/core.wasm'"), { format: 'iife' }],
      ['answer', () => write("fetch('/elsewhere/core.wasm')"), { format: 'iife' }],
      ['module', () => write("WebAssembly.compileStreaming(fetch('/elsewhere/core.wasm'))"), { format: 'iife' }],
    ];
    for (const [name, entry, options] of ways) {
      const outdir = join(project, `esbuild-${name}`);
      await bundle({ ...options, entryPoints: [entry()], outdir });
      const site = await publish(t, outdir, '/app.js');
      site.put('elsewhere/core.wasm', (_, response) => {
        response.setHeader('content-type', 'application/wasm').end(readFileSync(join(installed, 'web/dist/core.wasm')));
      });
      assert.equal(await madeBy(site.url()), html, name);
    }
  });

  test('says what to do if the core was left behind, and the rest of the application runs', async (t) => {
    for (const format of ['esm', 'iife'] as const) {
      const outdir = join(project, `left-${format}`);
      await bundle({ format, entryPoints: [write('')], outdir });
      const site = await publish(t, outdir, '/app.js');
      assert.match(String(await madeBy(site.url())), /^core: .*give load\(\) the address of the package’s core\.wasm/);
    }
  });

  test('works with Rollup', async (t) => {
    const input = write("'/core.wasm'");
    const made = await rollup({ input, plugins: [nodeResolve({ browser: true })] });
    await made.write({ file: join(project, 'rollup/app.js'), format: 'iife', name: 'app' });
    const site = await publish(t, join(project, 'rollup'), '/app.js');
    site.put('core.wasm', readFileSync(join(installed, 'web/dist/core.wasm')));
    assert.equal(await madeBy(site.url()), html);
  });

  const viteOptions = {
    root: project,
    logLevel: 'silent',
    configFile: false,
    cacheDir: join(project, '.vite'),
  } as const;

  /** Starts Vite's development server, and returns its address. */
  async function develop(t: TestContext): Promise<URL> {
    const server = await createServer({ ...viteOptions, server: { middlewareMode: true, hmr: false, ws: false } });
    t.after(() => server.close());
    return serve(t, (request, response) => {
      server.middlewares(request, response);
    });
  }

  test('works with Vite, built or in development', async (t) => {
    write('');
    await vite({ ...viteOptions, build: { outDir: 'vite' } });
    assert.equal(await madeBy((await publish(t, join(project, 'vite'))).url()), html);
    assert.equal(await madeBy((await develop(t)).href), html);
  });

  const pack = async (entry: string, path: string): Promise<void> => {
    const compiler = webpack({ mode: 'none', context: project, entry, output: { path, filename: 'app.js' } });
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors() === true) reject(new Error(stats.toString()));
        else resolve();
      });
    });
  };

  test('works with webpack', async (t) => {
    const path = join(project, 'webpack');
    await pack(write(''), path);
    assert.equal(await madeBy((await publish(t, path, '/app.js')).url()), html);
  });

  /** A page with an article in Spanish, and the application beside it that defines the element. */
  const pageWithArticle = (attributes = '') =>
    `<!doctype html><html lang="es"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="/app.js" ${attributes}></script><broadside-article src="article.json"></broadside-article>`;

  /** Reads the article at an address down to its form. The element may report no error. */
  async function read(address: string, name: string): Promise<void> {
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(address);
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    await goToReplies(page);
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    assert.deepEqual(
      errors.filter((error) => error.startsWith('broadside:')),
      [],
      name,
    );
  }

  test('takes the element along, with its core and the words that the page uses', async (t) => {
    const entry = join(project, 'app.js');
    writeFileSync(entry, "import 'broadside/element';");
    const esbuildOptions: BuildOptions = { format: 'esm', splitting: true, entryPoints: [entry] };
    const bundlers: [name: string, make: (outdir: string) => Promise<unknown>, attributes?: string][] = [
      ['webpack', (outdir) => pack(entry, outdir)],
      ['esbuild', (outdir) => bundle({ ...esbuildOptions, outdir }), 'data-broadside-base="/broadside/"'],
    ];
    for (const [name, make, attributes] of bundlers) {
      const outdir = join(project, `element-${name}`);
      await make(outdir);
      const site = await publish(t, outdir);
      site.putLoader();
      site
        .put('article.json', JSON.stringify(article()))
        .put('replies', noReplies)
        .put('', pageWithArticle(attributes));
      await read(site.url(), name);
      assert.equal(site.asked.filter((path) => path.endsWith('.wasm')).length, 1, name);
      assert.ok(readdirSync(outdir).length > 30, 'the words of each language are a file');
    }
  });

  test('has its element in Vite’s development server', async (t) => {
    writeFileSync(join(project, 'app.js'), "import 'broadside/element';");
    writeFileSync(join(project, 'index.html'), pageWithArticle());
    // Vite takes a file without an ending for a script, and adds a line to it.
    const replies = { endpoint: 'replies.json', state: 'open' };
    writeFileSync(join(project, 'article.json'), JSON.stringify(article({ replies })));
    writeFileSync(join(project, 'replies.json'), noReplies);
    await read((await develop(t)).href, 'Vite');
  });

  test('needs no other file in Node.js, as a module or not', async () => {
    writeFileSync(join(project, 'server.js'), "import { render } from 'broadside'; console.log(render('*a*'));");
    for (const [format, file] of [
      ['cjs', 'alone/server.cjs'],
      ['esm', 'alone/server.mjs'],
    ] as const) {
      const outfile = join(project, file);
      await bundle({ format, platform: 'node', entryPoints: [join(project, 'server.js')], outfile });
      assert.equal(execFileSync(process.execPath, [outfile], { encoding: 'utf8' }), `${html}\n`);
    }
  });

  // cloudflare/workerd#3593, flipt-io/flipt-client-sdks#931
  test('runs in Workers', async (t) => {
    writeFileSync(
      join(project, 'worker.js'),
      "import { render } from 'broadside'; export default { fetch: () => new Response(render('*a*')) };",
    );
    const outdir = join(project, 'worker');
    await bundle({
      format: 'esm',
      entryPoints: [join(project, 'worker.js')],
      outdir,
      conditions: ['workerd', 'worker', 'browser'],
      loader: { '.wasm': 'copy' }, // as Cloudflare's own tool has it
    });
    const core = readdirSync(outdir).find((name) => name.endsWith('.wasm')) ?? 'none';
    writeFileSync(
      join(outdir, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
      const config :Workerd.Config = (
        services = [(name = "main", worker = (compatibilityDate = "2026-01-01", modules = [
          (name = "worker.js", esModule = embed "worker.js"),
          (name = "${core}", wasm = embed "${core}")]))],
        sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);`,
    );
    const child = spawn(workerd, ['serve', '--control-fd=3', 'config.capnp'], {
      cwd: outdir,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    });
    t.after(() => child.kill());
    const response = await fetch(`http://127.0.0.1:${await portOf(child)}/`);
    assert.equal(await response.text(), html);
  });
});

/** Returns the port on which workerd says that it listens. */
async function portOf(child: ChildProcess): Promise<string> {
  const control = child.stdio[3];
  if (!control) throw new Error('there is nothing to read it from');
  const [line] = (await once(control, 'data')) as [Buffer];
  const { port } = JSON.parse(line.toString().split('\n')[0] ?? '') as { port: number };
  return String(port);
}
