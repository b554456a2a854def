import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;
const command = join(root, 'build/native/broadside');

/** The title, and some 2 KB of prose in Markdown, whose last sentence stands nowhere else. */
export const title = 'North Korea Leaves Washington’s Calls Unanswered';
export const lastSentence = 'These are the last words of the article.';
export const markdown = `${prose(1950)}\n\n${lastSentence}\n`;

function prose(bytes: number): string {
  const file = readFileSync(join(root, 'examples/publisher/content/north-korea/en.md'), 'utf8');
  const text = file.replace(/^---\n.*?\n---\n\n/s, '');
  return text.slice(0, text.lastIndexOf('\n\n', bytes));
}

/** The same text as HTML, as a person would write the page by hand. */
export function html(): string {
  return execFileSync(command, ['render'], { input: `# ${title}\n\n${markdown}`, encoding: 'utf8' });
}

export interface PublisherSite {
  readonly folder: string;
  /** The path of the loader’s folder within the site, with a slash at its end. */
  readonly loader: string;
}

/** Builds the article as a publisher does, for a server at `url`, with the loader of web/dist. */
export function buildSite(url: string): PublisherSite {
  const source = join(root, 'build/bench/publisher');
  const folder = join(root, 'build/bench/site');
  for (const old of [source, folder]) rmSync(old, { recursive: true, force: true });
  mkdirSync(join(source, 'content/article'), { recursive: true });
  writeFileSync(
    join(source, 'broadside.yaml'),
    `publisher:\n  name: The Meridian Dispatch\ndefault: en\nurl: ${url}\n`,
  );
  writeFileSync(
    join(source, 'content/article/en.md'),
    `---\ntitle: ${title}\nauthor: Inés Calloway\npublished: 2021-03-14\n---\n\n${markdown}`,
  );
  execFileSync(command, ['build', source, '-o', folder, '--loader', join(root, 'web/dist')], { stdio: 'pipe' });
  const manifest = JSON.parse(readFileSync(join(root, 'web/dist/manifest.json'), 'utf8')) as { folder: string };
  return { folder, loader: `broadside/${manifest.folder}/` };
}
