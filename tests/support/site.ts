import { readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Handler, serve } from './http-server.ts';

type Answer = string | Uint8Array | Handler;

const dist = join(import.meta.dirname, '../../web/dist');
const types: Readonly<Record<string, string>> = { '/': 'text/html', js: 'text/javascript', svg: 'image/svg+xml' };

/** A small web site for one test, which other sites may read. */
export class Site {
  readonly #answers = new Map<string, Answer>();
  readonly #headers: OutgoingHttpHeaders = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  /** The paths that were requested, in order. */
  readonly asked: string[] = [];
  #url: URL | undefined;

  static async start(test: TestContext): Promise<Site> {
    const site = new Site();
    site.#url = await serve(test, site.#answer);
    // Browsers trust this host name as they trust https.
    site.#url.hostname = 'localhost';
    return site;
  }

  url(path = ''): string {
    return new URL(path, this.#url).href;
  }

  put(path: string, answer: Answer): this {
    this.#answers.set(`/${path}`, answer);
    return this;
  }

  /** Returns the content of a file, which is not made at each request. */
  file(path: string): Buffer {
    const answer = this.#answers.get(`/${path}`);
    if (answer === undefined || typeof answer === 'function') throw new Error(`no file at ${path}`);
    return Buffer.from(answer);
  }

  paths(): string[] {
    return [...this.#answers.keys()].map((path) => path.slice(1));
  }

  /** Lets `first` answer. If it returns false, the earlier handler answers. */
  meanwhile(path: string, first: (...about: Parameters<Handler>) => boolean): void {
    const before = this.#answers.get(`/${path}`);
    this.put(path, (request, response) => {
      if (!first(request, response) && typeof before === 'function') before(request, response);
    });
  }

  /** Serves the built loader below `broadside/`, and returns its script's address. */
  putLoader(): string {
    const { files } = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as {
      files: Record<string, string>;
    };
    for (const name of Object.keys(files)) this.put(`broadside/${name}`, readFileSync(join(dist, name)));
    return this.url('broadside/broadside.js');
  }

  /** Sets the Content-Security-Policy that is sent with every HTML page from now on. */
  set policy(policy: string) {
    this.#headers['content-security-policy'] = policy;
  }

  readonly #answer: Handler = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    this.asked.push(path);
    const answer = this.#answers.get(path);
    for (const [name, value] of Object.entries(this.#headers)) if (value !== undefined) response.setHeader(name, value);
    if (typeof answer === 'function') {
      answer(request, response);
      return;
    }
    response.writeHead(answer === undefined ? 404 : 200, {
      'content-type': types[/\w+$/.exec(path)?.[0] ?? '/'] ?? 'text/plain',
    });
    response.end(answer);
  };
}
