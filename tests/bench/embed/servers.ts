import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { contentTypes } from '../../../examples/server/static.ts';

export interface Traffic {
  readonly path: string;
  /** The length of the answer's body in brotli. */
  readonly bytes: number;
}

/** A web server whose files are held in memory, packed with brotli, and may be read by any site. */
export class BenchServer {
  readonly #server: Server;
  readonly #files = new Map<string, { type: string; body: Buffer }>();
  /** The requests since this list was last emptied. */
  traffic: Traffic[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => {
      const path = (request.url ?? '/').replace(/\?.*/, '');
      if (path === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      const file = this.#files.get(path);
      this.traffic.push({ path, bytes: file?.body.length ?? 0 });
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('timing-allow-origin', '*');
      if (!file) {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('content-encoding', 'br');
      response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length }).end(file.body);
    });
  }

  static async start(): Promise<BenchServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BenchServer(server);
  }

  /** The address of its root. Browsers trust `localhost` as they trust https. */
  get url(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  /** Without an extension that is known, a file is a page. */
  put(path: string, content: string | Buffer, type = contentTypes[extname(path)] ?? 'text/html; charset=utf-8'): void {
    this.#files.set(`/${path}`, { type, body: brotliCompressSync(content) });
  }

  /** Serves all files of a folder, and each `index.html` as its folder too. */
  putFolder(folder: string, at = ''): void {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const path = at + file.slice(folder.length + 1);
      const content = readFileSync(file);
      this.put(path, content);
      if (entry.name === 'index.html') this.put(path.slice(0, -entry.name.length), content);
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
