// Makes web/dist from the loader's sources and from the core, which must have been built:
//
//   node web/build.ts [--core FOLDER]     FOLDER has what ./dev build wasm makes; the default is build/wasm
//
//   broadside.js                 the loader, with Emscripten's glue, the style sheet and the English messages inside
//   broadside-core.<hash>.wasm   the core; the loader knows its name and its hash
//   broadside-core.<hash>.js     the same as JavaScript, for pages and browsers without WebAssembly
//   broadside-<tag>.<hash>.json  the messages in another language
//   broadside-names.<hash>.json  the names of languages, for articles that have several and no finished tree
//   broadside-words.<hash>.json  the hashes of these files by language tag; the loader knows the hash of this one
//   manifest.json                the folder that a site serves these from, and the integrity (SRI) of each (docs/embedding.md)
//   render.js                    the npm package's render(), for browsers; .node.js for Node.js, .workerd.js for Workers
//   core.wasm                    the package's core, under a name on which bundlers and hosts can rely
//   element.js                   the package's element, a module for bundlers; words/ has the messages in other languages
//   server.node.js               the package's renderArticle(), for Node.js; .workerd.js for Workers
//   themes/                      style sheets that a host may use (docs/styling.md)
//   custom-elements.json         the element, described for editors (Custom Elements Manifest)
//   types/                       TypeScript declarations of element and package
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Plugin, transform } from 'esbuild';
import { minify } from 'terser';
import { messageFile } from './src/language/message-files.ts';
import { type Manifest, tagFor } from './tag.ts';
import { messagesForReaders, minified, wordsAsModules } from './words-plugins.ts';

const root = resolve(import.meta.dirname, '..');
const web = join(root, 'web');
const dist = join(web, 'dist');

const browsers = ['chrome109', 'firefox115', 'safari16.4'];

/** Only these declarations are public; the ones that they are composed of are not. */
const publicTypes = [
  'generated/rules',
  'element/attributes',
  'element/attributes-of-templates',
  'element/element',
  'element/properties',
  'events/error-codes',
  'events/events',
  'core/raw-html',
  'reading/article-info',
  'package/browser',
  'package/element',
  'package/options',
  'package/server',
];

/** These declarations are written by hand; each adds the element to what a framework's templates know. */
const frameworks = ['react', 'svelte', 'vue'];

/**
 * Makes `import css from '….css'` give the text of the sheet and of those it imports, without comments and white space.
 */
const styleSheetAsText: Plugin = {
  name: 'style-sheet-as-text',
  setup(bundling) {
    bundling.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        target: browsers,
        write: false,
        logLevel: 'warning',
      });
      return { contents: outputFiles[0]?.text ?? '', loader: 'text' };
    });
  },
};

const { values: options } = parseArgs({ options: { core: { type: 'string', default: join(root, 'build/wasm') } } });
const glue = resolve(options.core, 'broadside-core.mjs');
const core = readFileSync(resolve(options.core, 'broadside-core.wasm'));
const scriptCore = await minifyScriptCore(resolve(options.core, 'broadside-core-script.mjs'));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const coreFile = writeCore('wasm', core);
const scriptCoreFile = writeCore('js', scriptCore);
const messageTags = readdirSync(join(web, 'messages'))
  .map((name) => basename(name, '.json'))
  .filter((tag) => tag !== 'en');
const messageConstants = writeMessages();
const common = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  alias: { 'broadside-core': glue },
  logLevel: 'warning',
} satisfies BuildOptions;

const packageCore = 'core.wasm';

/** Provides the core for the package's entries for Node.js and Workers. */
const coreFiles: Plugin = {
  name: 'core-files',
  setup(bundling) {
    bundling.onResolve({ filter: /^broadside-core-module$/ }, () => ({ path: `./${packageCore}`, external: true }));
    bundling.onResolve({ filter: /^broadside-core-bytes$/ }, ({ path }) => ({ path, namespace: 'core-bytes' }));
    bundling.onLoad({ filter: /.*/, namespace: 'core-bytes' }, () => ({
      contents: brotliCompressSync(core),
      loader: 'binary',
    }));
  },
};

/**
 * Makes the package's modules of the loader's: the core and the words lie where bundlers look for them, and not beside the script
 * that the page has.
 */
const moduleFiles: Plugin = {
  name: 'module-files',
  setup(bundling) {
    bundling.onResolve({ filter: /\/(address|words)\.ts$/ }, ({ path, resolveDir }) => {
      const module = resolve(resolveDir, path.replace(/\.ts$/, '.module.ts'));
      return existsSync(module) ? { path: module } : undefined;
    });
  },
};

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const constants = {
  VERSION: JSON.stringify(version),
  CORE_FILE: JSON.stringify(coreFile),
  CORE_INTEGRITY: JSON.stringify(integrity(core)),
  SCRIPT_CORE_FILE: JSON.stringify(scriptCoreFile),
  SCRIPT_CORE_INTEGRITY: JSON.stringify(integrity(scriptCore)),
  PACKAGE_CORE_FILE: JSON.stringify(packageCore),
};

await bundleLoader();
writeFileSync(join(dist, packageCore), core);
// Each of these two is a file of its own, which a page may import by its address.
// White space stays in the element, since comments do with it, by which bundlers leave the import of the core as JavaScript as it is.
const asWritten = { minify: false, minifySyntax: true, minifyIdentifiers: true };
await bundlePackage({ element: 'element.ts' }, { platform: 'browser', target: browsers, ...asWritten });
await bundlePackage({ render: 'browser.ts' }, { platform: 'browser', target: browsers });
await bundlePackage(
  { 'render.node': 'node.ts', 'server.node': 'server.node.ts' },
  { platform: 'node', target: 'node22' },
);
await bundlePackage(
  { 'render.workerd': 'workerd.ts', 'server.workerd': 'server.workerd.ts' },
  { platform: 'neutral', target: 'es2022' },
);
writeTypes();
cpSync(join(web, 'themes'), join(dist, 'themes'), { recursive: true });
cpSync(join(web, 'custom-elements.json'), join(dist, 'custom-elements.json'));
cpSync(join(root, 'scripts/release/copyright'), join(dist, 'copyright'));
const manifest = writeManifest();
printSizes();
const site = 'https://news.example/broadside/';
console.log(
  `To show an article on any page, serve the files that manifest.json names from ${site}${manifest.folder}/, and paste:`,
);
console.log(tagFor(manifest, site));

/** Returns the core as JavaScript, which wasm2js writes with white space and long names. */
async function minifyScriptCore(path: string): Promise<Uint8Array> {
  const { code } = await transform(readFileSync(path, 'utf8'), { minify: true, target: browsers, format: 'esm' });
  return Buffer.from(code);
}

/** Writes one form of the core under a name that has its hash, and returns the name. */
function writeCore(extension: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const name = `broadside-core.${hash}.${extension}`;
  writeFileSync(join(dist, name), bytes);
  return name;
}

/** Writes the messages of each language except English, the languages' names, and the list of the files' hashes; returns what the loader knows of them. */
function writeMessages(): Record<string, string> {
  mkdirSync(join(dist, 'words'));
  const texts = messageTags.map((tag) => [tag, minified(join(web, 'messages', `${tag}.json`))] as const);
  const names = JSON.stringify(readFileSync(join(root, 'build/names.txt'), 'utf8'));
  const hashes = [...texts, ['names', names] as const].map(([name, text]) => {
    writeFileSync(join(dist, 'words', `${name}.js`), `export default ${text};\n`);
    return [name, writeWords(name, text)];
  });
  const list = writeWords('words', JSON.stringify(Object.fromEntries(hashes)));
  return { MESSAGE_TAGS: JSON.stringify(messageTags.join(' ')), MESSAGE_LIST_HASH: JSON.stringify(list) };
}

/** Writes a file under a name that has its hash, and returns the hash. */
function writeWords(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('base64');
  writeFileSync(join(dist, messageFile(name, hash)), text);
  return hash;
}

function integrity(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Bundles the loader. Terser removes what nothing uses inside functions, as in Emscripten's glue, which esbuild leaves there. */
async function bundleLoader(): Promise<void> {
  const { outputFiles, metafile } = await build({
    ...common,
    write: false,
    metafile: true,
    entryPoints: [join(web, 'src/main.ts')],
    format: 'iife',
    platform: 'browser',
    target: browsers,
    plugins: [styleSheetAsText, messagesForReaders],
    define: { ...constants, ...messageConstants },
  });
  // ./dev size reads it.
  writeFileSync(join(root, 'build/loader-inputs.json'), JSON.stringify(Object.values(metafile.outputs)[0]?.inputs));
  // A host's page may be in any encoding, and the loader is read in that, so it is ASCII.
  const format = { ascii_only: true };
  const { code } = await minify(outputFiles[0]?.text ?? '', {
    ecma: 2020,
    compress: { passes: 3, hoist_funs: true },
    format,
  });
  writeFileSync(join(dist, 'broadside.js'), code ?? '');
}

/** Bundles entries of the npm package, which share what both contain. */
async function bundlePackage(entries: Record<string, string>, options: BuildOptions): Promise<void> {
  const entryPoints = Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [name, join(web, 'src/package', file)]),
  );
  await build({
    ...common,
    ...options,
    entryPoints,
    outdir: dist,
    splitting: true,
    chunkNames: 'shared.[hash]',
    format: 'esm',
    plugins: [coreFiles, moduleFiles, wordsAsModules([...messageTags, 'names']), styleSheetAsText, messagesForReaders],
    define: constants,
  });
}

function writeTypes(): void {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const all = join(root, 'build/types');
  execFileSync(tsc, ['--project', join(web, 'tsconfig.types.json'), '--outDir', all], { stdio: 'inherit' });
  for (const name of publicTypes) cpSync(join(all, 'web/src', `${name}.d.ts`), join(dist, 'types', `${name}.d.ts`));
  for (const name of frameworks)
    cpSync(join(web, 'src/package', `${name}.d.ts`), join(dist, 'types/package', `${name}.d.ts`));
}

function writeManifest(): Manifest {
  const files = Object.fromEntries(distFiles().map((name) => [name, integrity(readFileSync(join(dist, name)))]));
  const manifest = { folder: folderOf(files), files };
  writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Hosts pin a loader for years, so each loader has a folder whose name changes with any of its files. */
function folderOf(files: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return `${version}-${hash}`;
}

function printSizes(): void {
  console.log(`${relative(root, dist)}: bytes raw, gzip, brotli`);
  for (const name of distFiles()) {
    const bytes = readFileSync(join(dist, name));
    const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
    console.log(`  ${name.padEnd(36)}${sizes.map((size) => String(size).padStart(9)).join('')}`);
  }
}

/** Returns the files that a publisher puts on a server. */
function distFiles(): string[] {
  return readdirSync(dist).filter((name) => /^broadside.*\.(js|wasm|json)$/.test(name));
}
