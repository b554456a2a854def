import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { serveFolder } from '../../examples/server/static.ts';
import { broadside } from './command.ts';
import { serve } from './http-server.ts';

const dist = join(import.meta.dirname, '../../web/dist');

/** One rule of `_headers`, with which Cloudflare and Netlify send these headers for the paths that match. */
interface Rule {
  readonly path: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Builds a site of texts ({'tale/en': '---\ntitle: A Tale\n---\n…'}) and serves it with the headers that the build wrote, at an
 * origin of its own that also takes replies and has none. Returns its address.
 */
export async function serveBuiltSite(test: TestContext, texts: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-built-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  let answer: RequestListener = () => {};
  const url = await serve(test, (request, response) => {
    if (!request.url?.startsWith('/v1/')) answer(request, response);
    else {
      response.setHeader('access-control-allow-origin', '*');
      response.end(JSON.stringify({ replies: [], next: null }));
    }
  });
  // Browsers trust this host name as they trust https.
  url.hostname = 'localhost';
  write('broadside.yaml', `publisher: {name: The Desk}\ndefault: en\nurl: ${url.href}\nreplies: ${url.href}\n`);
  for (const [name, text] of Object.entries(texts)) write(`content/${name}.md`, text);
  broadside(['build', folder, '-o', join(folder, 'site'), '--loader', dist, '--headers']);
  const rules = rulesOf(readFileSync(join(folder, 'site/_headers'), 'utf8'));
  answer = serveFolder(join(folder, 'site'), { headers: (path) => headersFor(path, rules) });
  return url.href;
}

function rulesOf(text: string): Rule[] {
  return text
    .split(/^(?=\/)/m)
    .map((rule) => rule.trimEnd().split('\n'))
    .map(([path = '', ...lines]) => ({
      path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
      headers: lines.map((line) => {
        const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
        return [name.toLowerCase(), value] as const;
      }),
    }));
}

/** Returns the headers of all rules that match, whose values are joined, as both services do. */
function headersFor(path: string, rules: readonly Rule[]): OutgoingHttpHeaders {
  const joined = new Map<string, string>();
  for (const { path: pattern, headers } of rules)
    if (pattern.test(path))
      for (const [name, value] of headers) joined.set(name, [joined.get(name), value].filter(Boolean).join(', '));
  return Object.fromEntries(joined);
}
