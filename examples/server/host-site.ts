// The site of the example's host: its newspaper, below /hosts/ pages that do not make it easy for an article, and what some of these
// pages take from elsewhere.

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { loader, playground, repository } from './command.ts';
import { serveFolder, type StaticOptions } from './static.ts';

const folders = {
  '/playground/': playground,
  '/hosts/': join(repository, 'examples', 'hosts'),
  '/broadside/': loader,
  '/bootstrap/': join(repository, 'node_modules', 'bootstrap', 'dist', 'css'),
  '/tailwindcss/': join(repository, 'node_modules', 'tailwindcss'),
  '/': join(repository, 'examples', 'host'),
};

export function hostSite(options: StaticOptions): RequestListener {
  const listeners = Object.entries(folders).map(([path, folder]) => [path, serveFolder(folder, options)] as const);
  return (request, response) => {
    const { url = '/' } = request;
    const found = listeners.find(([path]) => url.startsWith(path));
    if (!found) {
      response.writeHead(400).end();
      return;
    }
    const [path, listener] = found;
    request.url = `/${url.slice(path.length)}`;
    listener(request, response);
  };
}
