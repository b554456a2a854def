import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchServer } from '../embed/servers.ts';
import { textOf } from '../render/articles.ts';

const root = new URL('../../../', import.meta.url).pathname;
const command = join(root, 'build/native/broadside');

/** The articles of this benchmark: their names, their lengths in bytes, and their languages. */
const articles = [
  { name: 'short', bytes: 2_000, languages: ['en'] },
  { name: 'middle', bytes: 50_000, languages: ['en', 'es'] },
  { name: 'long', bytes: 200_000, languages: ['en'] },
];

/** Builds the articles as a publisher does, with the loader of web/dist, and puts them onto the server. Returns the loader's address. */
export function putArticles(server: BenchServer): string {
  const source = join(root, 'build/bench/widgets');
  const folder = join(root, 'build/bench/widgets-site');
  for (const old of [source, folder]) rmSync(old, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'broadside.yaml'),
    `publisher:\n  name: The Meridian Dispatch\ndefault: en\nurl: ${server.url}\nreplies: ${server.url}\n`,
  );
  for (const { name, bytes, languages } of articles) {
    mkdirSync(join(source, 'content', name), { recursive: true });
    for (const [i, language] of languages.entries())
      writeFileSync(join(source, 'content', name, `${language}.md`), file(name, textOf(bytes, i)));
  }
  execFileSync(command, ['build', source, '-o', folder, '--loader', join(root, 'web/dist')], { stdio: 'pipe' });
  server.putFolder(folder);
  server.put('long.md', textOf(200_000));
  for (let i = 0; i < many; i++) server.put(manyOf(i), copy(join(folder, 'short/article.json'), i));
  const { folder: loader } = JSON.parse(readFileSync(join(root, 'web/dist/manifest.json'), 'utf8')) as {
    folder: string;
  };
  return `${server.url}broadside/${loader}/broadside.js`;
}

/** Returns the address of one of so many articles of 2 KB. */
export function manyOf(i: number): string {
  return `many/${String(i)}.json`;
}

/** The number of these articles. */
export const many = 100;

/** Returns the article as another one. */
function copy(path: string, i: number): string {
  return JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), id: String(i) });
}

function file(title: string, text: string): string {
  return `---\ntitle: ${title}\nauthor: Inés Calloway\npublished: 2021-03-14\n---\n\n${text}`;
}

/** Returns what an article's page holds in its box, as HTML: the article as a person would write it by hand. */
export function htmlOf(name: string): string {
  const page = readFileSync(join(root, 'build/bench/widgets-site', name, 'en/index.html'), 'utf8');
  const start = page.indexOf('<article');
  return page.slice(start, page.lastIndexOf('</article>') + '</article>'.length);
}
