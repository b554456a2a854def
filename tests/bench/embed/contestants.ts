import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, markdown, type PublisherSite, title } from './article.ts';
import type { BenchServer } from './servers.ts';

export interface Contestant {
  readonly name: string;
  /** The address to visit. */
  readonly url: string;
  /** True if the page is one of Broadside's, which must not shift. */
  readonly isOurs: boolean;
}

export interface Servers {
  readonly host: BenchServer;
  readonly publisher: BenchServer;
}

export const limit = 'static HTML';

/** Puts every contestant's page onto the servers: the host's pages, and on the other what they embed. */
export function contestants({ host, publisher }: Servers, site: PublisherSite): readonly Contestant[] {
  const at = (path: string): string => publisher.url + path;
  publisher.put('article.md', `# ${title}\n\n${markdown}`);
  let count = 0;
  const page = (name: string, head: string, body: string, isOurs = false): Contestant => {
    const path = `page-${++count}/`;
    host.put(path, pageOf(head, body));
    return { name, url: host.url + path, isOurs };
  };
  const byHand = (name: string, script: string, hint = ''): Contestant =>
    page(
      name,
      `${hint}<script type="module" src="${at(`peers/${script}.js`)}"></script>`,
      `<article data-src="${at('article.md')}"></article>`,
    );

  const { files } = JSON.parse(readFileSync(join(site.folder, site.loader, 'manifest.json'), 'utf8')) as Manifest;
  const core = Object.keys(files).find((name) => name.endsWith('.wasm')) ?? '';
  const script = (more = ''): string =>
    `<script async ${more}src="${at(`${site.loader}broadside.js`)}" integrity="${files['broadside.js'] ?? ''}" crossorigin="anonymous"></script>\n`;
  const tag = (src: string): string =>
    `<broadside-article src="${at(src)}"><a href="${at('article/en/')}">${title}</a></broadside-article>`;
  const preload = (path: string, more = ''): string =>
    `<link rel="preload" as="fetch" crossorigin ${more}href="${at(path)}">\n`;
  const coreHint = preload(site.loader + core, `integrity="${files[core] ?? ''}" `);
  const ours = (name: string, head: string, body: string): Contestant => page(name, head, body, true);

  const json = 'article/article.json';
  return [
    page(limit, '', `<article>${html()}</article>`),
    byHand('marked + DOMPurify', 'marked'),
    byHand('markdown-it + DOMPurify', 'markdown-it'),
    byHand('md4w small + DOMPurify', 'md4w'),
    byHand('micromark', 'micromark'),
    byHand('micromark, its text preloaded', 'micromark', preload('article.md')),
    page(
      'zero-md',
      `<script type="module" src="${at('peers/zero-md.js?register')}"></script>`,
      `<zero-md src="${at('article.md')}"></zero-md>`,
    ),
    page(
      'md-block',
      `<script type="module" src="${at('peers/md-block.js')}"></script>`,
      `<md-block untrusted src="${at('article.md')}"></md-block>`,
    ),
    ours('Broadside (a), by the tag alone', '', script() + tag(json)),
    ours('(a), fetchpriority="high"', '', script('fetchpriority="high" ') + tag(json)),
    ours('Broadside (b), article preloaded', preload(json), script() + tag(json)),
    ours('(b), fetchpriority="high"', preload(json), script('fetchpriority="high" ') + tag(json)),
    ours('(b), and the core preloaded', preload(json) + coreHint, script() + tag(json)),
    ours('Markdown, by the tag alone', '', script() + tag('article.md')),
    ours('Broadside (c), Markdown and core preloaded', preload('article.md') + coreHint, script() + tag('article.md')),
    ours(
      '(c), fetchpriority="high"',
      preload('article.md') + coreHint,
      script('fetchpriority="high" ') + tag('article.md'),
    ),
    { name: 'Broadside (d), the built page', url: at('article/en/'), isOurs: true },
  ];
}

interface Manifest {
  readonly files: Readonly<Record<string, string>>;
}

function pageOf(head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}</head>
<body>
${body}
</body>
</html>
`;
}
