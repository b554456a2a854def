import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { broadside } from './command.ts';
import type { Site } from './site.ts';

/** The 40 languages, in eight scripts, in which `buildManyLanguages` has its article. The default one is first. */
export const languages = (
  'en ar be bg bn ca cs cy da de el es et eu fa fi fr ga he hi hr hu hy id is it ja ka ko lt lv nb nl pl pt ro ru ' +
  'sv tr zh-Hant'
).split(' ');

/** The size of each language's text in bytes of Markdown. */
export const bytesOfText = 20_000;

/** Builds an article in these languages, one of which is English, and puts it on a site as `many/`. */
export function buildManyLanguages(test: TestContext, site: Site, tags: readonly string[] = languages): void {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-many-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  const content = join(folder, 'content/many');
  mkdirSync(content, { recursive: true });
  writeFileSync(join(folder, 'broadside.yaml'), `publisher: { name: P }\ndefault: en\nurl: ${site.url()}\n`);
  for (const language of tags) writeFileSync(join(content, `${language}.md`), textIn(language));
  broadside(['build', folder, '-o', join(folder, 'site')]);
  const built = join(folder, 'site/many');
  for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' }))
    if (/\.(json|html)$/.test(name))
      site.put(`many/${name.replace(/index\.html$/, '')}`, readFileSync(join(built, name)));
}

function textIn(language: string): string {
  const paragraph = `This is said in ${language}. `.repeat(20).trim();
  const count = Math.ceil(bytesOfText / (paragraph.length + 2));
  return `---\ntitle: Title in ${language}\n---\n\n${`${paragraph}\n\n`.repeat(count)}`;
}
