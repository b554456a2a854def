import { request as ask, type IncomingMessage } from 'node:http';
import type { TestContext } from 'node:test';
import { serve } from './http-server.ts';

/**
 * Starts a proxy for one test that serves a server under a path, removes the path, and serves nothing else. Returns the
 * path's address.
 */
export async function proxyUnderPath(test: TestContext, path: string, server: URL): Promise<URL> {
  const origin = await serve(test, (request, response) => {
    const { method, url = '', headers } = request;
    if (!url.startsWith(`${path}/`)) {
      response.writeHead(404).end();
      return;
    }
    const options = { method: method ?? 'GET', headers, path: url.slice(path.length) };
    const onward = ask(server, options, (answer: IncomingMessage) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  return new URL(path, origin);
}
