// Makes the gallery of the examples' hosts: their pages, written for the demonstration's three servers, as plain files below any path.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const examples = join(root, 'examples');

/** The address for which the publisher's site is built. It is replaced by relative ones, and nobody can have it (RFC 6761). */
const builtFor = 'https://gallery.invalid/';

/** The style sheets that pages use, by their names in the gallery. */
const styleSheets = {
  'bootstrap/bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
  'tailwindcss/preflight.css': 'tailwindcss/preflight.css',
};

/** The loader as the pages' tags name it. */
export interface LoaderFiles {
  readonly folder: string;
  readonly integrity: string;
}

/** Writes the gallery into a folder, with the publisher's site and the style sheets that its pages use. */
export function writeGallery(gallery: string, loader: LoaderFiles): void {
  copyPages(join(examples, 'hosts'), gallery, '', loader);
  copyPages(join(examples, 'host'), join(gallery, 'host'), '../', loader);
  // The base of this page leads elsewhere, and its other addresses with it.
  rewrite(join(gallery, 'base.html'), (page) =>
    page.replace(/"(?=(?:publisher|host)\/)/g, '"../../').replace('"https://elsewhere.example/a/b/"', '"elsewhere/a/"'),
  );
  for (const [name, from] of Object.entries(styleSheets)) {
    mkdirSync(dirname(join(gallery, name)), { recursive: true });
    copyFileSync(join(root, 'node_modules', from), join(gallery, name));
  }
  writePublisher(join(gallery, 'publisher'));
}

/** Copies a folder of pages. `up` leads from there to the gallery. */
function copyPages(from: string, to: string, up: string, { folder, integrity }: LoaderFiles): void {
  cpSync(from, to, { recursive: true });
  const addresses: readonly (readonly [string, string])[] = [
    ['http://localhost:8081/broadside/0.1.0-…/', `${up}publisher/broadside/${folder}/`],
    ['http://localhost:8081/', `${up}publisher/`],
    ['sha384-…', integrity],
    ['"/broadside/', `"${up}publisher/broadside/${folder}/`],
    ['"/playground/', `"${up}../`],
    ['"/bootstrap/', `"${up}bootstrap/`],
    ['"/tailwindcss/', `"${up}tailwindcss/`],
    ['"/index.html"', `"${up}host/index.html"`],
    ['"/markdown.html"', `"${up}host/markdown.html"`],
    ['"/icon.svg"', `"${up}host/icon.svg"`],
  ];
  for (const name of readdirSync(to).filter((name) => extname(name) === '.html'))
    rewrite(join(to, name), (page) => addresses.reduce((text, [one, other]) => text.replaceAll(one, other), page));
}

/** Builds the site of the example's publisher, without replies, for which a server would be needed. */
function writePublisher(site: string): void {
  const publisher = mkdtempSync(join(tmpdir(), 'broadside-gallery-'));
  try {
    cpSync(join(examples, 'publisher'), publisher, { recursive: true });
    rewrite(join(publisher, 'broadside.yaml'), (yaml) => yaml.replace(/^replies:.*$/m, ''));
    const places = ['-o', site, '--url', builtFor, '--loader', join(root, 'web/dist')];
    execFileSync(join(root, 'build/native/broadside'), ['build', publisher, ...places], { stdio: 'pipe' });
  } finally {
    rmSync(publisher, { recursive: true, force: true });
  }
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    // Feeds and sitemaps need whole addresses, which this site does not have.
    if (['.xml', '.txt'].includes(extname(name)) || /^feed\b.*\.json$/.test(name)) rmSync(join(site, name));
    else if (['.html', '.json'].includes(extname(name)) && !name.startsWith('broadside/')) {
      const up = relative(dirname(join(site, name)), site);
      rewrite(join(site, name), (text) =>
        text.replace(linkToFeed, '').replaceAll(builtFor, up === '' ? './' : `${up}/`),
      );
    }
  }
}

const linkToFeed = /<link rel="alternate"[^>]* type="application\/(?:rss\+xml|atom\+xml|feed\+json)"[^>]*>\n/g;

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
