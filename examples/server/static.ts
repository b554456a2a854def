// Serves files over HTTP, as far as a demonstration and tests need it.

import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

export type StaticOptions = {
  /** Returns the headers for a file, given its path within the folder, such as "/north-korea/article.json". */
  headers?: (path: string) => OutgoingHttpHeaders;
  /** Changes a page before it is sent. */
  page?: (html: string) => string;
};

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer | string };

/** The content types by a file name's extension. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

export function serveFolder(folder: string, options: StaticOptions = {}): RequestListener {
  return (request, response) => {
    void answer(request, resolve(folder), options)
      .catch(failed)
      .then(({ status, headers, body }) => {
        response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  };
}

async function answer(request: IncomingMessage, folder: string, options: StaticOptions): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
  const path = decodedPath(request.url ?? '/');
  const file = path === undefined ? undefined : fileWithin(folder, path);
  if (path === undefined || file === undefined) return plain(400, 'This is not an address.');
  if ((await kindOf(file)) !== 'folder') return fileAnswer(file, path, options);
  if (path.endsWith('/')) return fileAnswer(join(file, 'index.html'), `${path}index.html`, options);
  return plain(301, 'This is a folder.', { location: `${encodeURI(path)}/` });
}

async function fileAnswer(file: string, path: string, options: StaticOptions): Promise<Answer> {
  if ((await kindOf(file)) !== 'file') return plain(404, 'There is nothing here.');
  const type = contentTypes[extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'cache-control': 'no-cache', ...options.headers?.(path) };
  const bytes = await readFile(file);
  const body = options.page && extname(file) === '.html' ? options.page(bytes.toString('utf8')) : bytes;
  return { status: 200, headers, body };
}

function decodedPath(target: string): string | undefined {
  try {
    // URL would take what follows two slashes at the start for a host's name.
    return decodeURIComponent(new URL(target.replace(/^\/+/, '/'), 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** Returns undefined if the path leads out of the folder, as one with "..%2f" in it does. */
function fileWithin(folder: string, path: string): string | undefined {
  if (path.includes('\0')) return undefined;
  const file = join(folder, path);
  return file === join(folder, sep) || file.startsWith(folder + sep) ? file : undefined;
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

function plain(status: number, text: string, headers: OutgoingHttpHeaders = {}): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: `${text}\n` };
}

function failed(error: unknown): Answer {
  console.error(error);
  return plain(500, 'The file could not be read.');
}
