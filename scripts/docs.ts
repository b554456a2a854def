// Builds docs/ and the README as a site of Broadside's own, with the playground and the gallery beside it:
//
//   node scripts/docs.ts [--url URL] [--out FOLDER]
//
// The command, web/dist and build/playground must have been built.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Page, textOf } from './docs/texts.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8081/' },
    out: { type: 'string', default: join(root, 'build/docs-site') },
  },
});
const playground = join(root, 'build/playground');

const trying = (url: string): string => `
## Try it here

The [playground](${url}playground/) shows an article as you type it, and the [gallery](${url}playground/gallery/) shows one on
pages of many kinds.
`;

function readPages(): Page[] {
  const page = (id: string, file: string): Page => ({ id, file, text: readFileSync(join(root, file), 'utf8') });
  const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return [page('start', 'README.md'), ...names.map((name) => page(basename(name, '.md'), `docs/${name}`))];
}

/** Returns the files and folders that a page may name. */
function readFiles(): Set<string> {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trimEnd().split('\n');
  return new Set(tracked.flatMap((file) => [file, dirname(file)]));
}

/** Writes a publisher's folder. */
function writePublisher(folder: string, url: string): void {
  const pages = readPages();
  const files = readFiles();
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(
    join(folder, 'broadside.yaml'),
    `publisher: {name: Broadside}\nurl: ${url}\ndefault: en\nlicense: MIT\n`,
  );
  for (const page of pages) {
    const text = textOf(page, pages, files);
    const article = join(folder, 'content', text.id);
    mkdirSync(article);
    writeFileSync(join(article, 'en.md'), text.id === 'start' ? text.markdown + trying(url) : text.markdown);
    for (const file of text.files) cpSync(join(root, file), join(article, basename(file)));
  }
}

if (!statSync(playground, { throwIfNoEntry: false })) {
  console.error('docs: there is no build/playground; ./dev docs builds it first');
  process.exit(1);
}
const publisher = mkdtempSync(join(tmpdir(), 'broadside-docs-'));
try {
  writePublisher(publisher, values.url);
  const args = ['build', publisher, '-o', values.out, '--loader', join(root, 'web/dist'), '--headers'];
  execFileSync(join(root, 'build/native/broadside'), args, { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(join(values.out, 'playground'), { recursive: true, force: true });
  cpSync(playground, join(values.out, 'playground'), { recursive: true });
} finally {
  rmSync(publisher, { recursive: true });
}
