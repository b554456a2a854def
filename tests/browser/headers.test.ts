import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { errorsOf, useChromium } from '../support/browser.ts';
import { broadside } from '../support/command.ts';
import { nobody } from '../support/http-server.ts';

const root = join(import.meta.dirname, '../..');

interface WebServer {
  readonly name: string;
  /** Returns what starts the server, which serves `site` at the port and keeps everything of its own in `folder`. */
  readonly start: (site: string, folder: string, port: string) => readonly [program: string, ...args: string[]];
}

const nginx: WebServer = {
  name: 'nginx',
  start(site, folder, port) {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log stderr; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
  server { listen 127.0.0.1:${port}; root ${site}; include ${site}/_headers.nginx; }
}
`,
    );
    return ['nginx', '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  },
};

const caddy: WebServer = {
  name: 'Caddy',
  start(site, folder, port) {
    writeFileSync(
      join(folder, 'Caddyfile'),
      `{
  admin off
  auto_https off
  storage file_system ${folder}
}
http://localhost:${port} {
  bind 127.0.0.1
  root * ${site}
  import ${site}/_headers.caddy
  file_server
}
`,
    );
    return ['caddy', 'run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  },
};

/** Builds the example's site for a server that serves it, and returns its address. */
async function serveSite(t: TestContext, server: WebServer): Promise<{ url: string; site: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-headers-'));
  const { port } = await nobody();
  const url = `http://localhost:${port}/`;
  const site = join(folder, 'site');
  broadside([
    'build',
    join(root, 'examples/publisher'),
    '-o',
    site,
    '--url',
    url,
    '--loader',
    join(root, 'web/dist'),
    '--headers',
  ]);
  const [program, ...args] = server.start(site, folder, port);
  const running = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } });
  let said = '';
  running.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((resolve) =>
    running.once('exit', () => {
      resolve();
    }),
  );
  t.after(async () => {
    running.kill();
    await ended;
    rmSync(folder, { recursive: true });
  });
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (running.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, site };
}

suite('the files of --headers', () => {
  const visitors = useChromium('what is tested are the headers that web servers send');

  for (const server of [nginx, caddy]) {
    test(`have ${server.name} send what other sites need, and let browsers keep each kind of file for its time`, async (t) => {
      const { url, site } = await serveSite(t, server);
      const [folder = ''] = readdirSync(join(site, 'broadside'));
      const [core = ''] = readdirSync(join(site, 'broadside', folder)).filter((name) => name.endsWith('.wasm'));
      const times = {
        '': 'public, max-age=60',
        'north-korea/en/': 'public, max-age=60',
        'north-korea/en/oembed.json': 'public, max-age=60',
        'north-korea/article.json': 'public, max-age=60',
        'broadside.css': 'public, max-age=60',
        'north-korea/picture.svg': 'public, max-age=3600',
        [`broadside/${folder}/broadside.js`]: 'public, max-age=31536000, immutable',
        [`broadside/${folder}/${core}`]: 'public, max-age=31536000, immutable',
        [`broadside/${folder}/manifest.json`]: 'public, max-age=31536000, immutable',
        'north-korea/nothing.json': null,
        [`broadside/${folder}/nothing.js`]: null,
      };
      for (const [path, time] of Object.entries(times)) {
        const { ok, headers } = await fetch(url + path);
        assert.equal(ok, time !== null, path);
        assert.equal(headers.get('cache-control'), time, path);
        assert.equal(headers.get('access-control-allow-origin'), '*', path);
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin', path);
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
        assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; [^,]*$/, path);
      }
      const { headers } = await fetch(`${url}north-korea/en/embed.html`);
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; [^,]*, frame-ancestors \*$/);
      assert.equal((await fetch(`${url}broadside/${folder}/${core}`)).headers.get('content-type'), 'application/wasm');
    });
  }

  test('have one policy, under which a page has its looks and becomes the widget', async (t) => {
    const { url } = await serveSite(t, nginx);
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`${event.effectiveDirective}: ${event.blockedURI}`);
      });
    });
    await page.goto(`${url}north-korea/en/`);
    await page.waitForFunction(() => document.querySelector('broadside-article')?.shadowRoot?.querySelector('article'));
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), '0px');
    await page.goto(url);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), '0px');
    // The example has no favicon.ico, which Chromium asks for.
    assert.deepEqual(
      errors.filter((error) => !error.startsWith('Failed to load resource: the server responded with a status of 404')),
      [],
    );
  });

  test('say the same for Cloudflare and Netlify, where no two rules name one header for one address, except for the policy of frames', async (t) => {
    const { site } = await serveSite(t, caddy);
    const text = readFileSync(join(site, '_headers'), 'utf8');
    const lines = text.trimEnd().split('\n');
    assert.deepEqual(
      lines.filter((line) => !line.startsWith(' ')),
      ['/*', '/broadside/*', '/*/article.json', '/*/article.sig.json', '/*/embed.html'],
    );
    assert.match(text, /^\/\*\/embed\.html\n {2}Content-Security-Policy: frame-ancestors \*$/m);
    const policy = /^ {2}Content-Security-Policy: (.*)$/m.exec(text)?.[1] ?? '';
    assert.ok(
      readFileSync(join(site, '_headers.nginx'), 'utf8').includes(
        `add_header Content-Security-Policy "${policy}" always;`,
      ),
    );
    assert.ok(readFileSync(join(site, '_headers.caddy'), 'utf8').includes(`Content-Security-Policy "${policy}"`));
    // Cloudflare reads no line that is longer.
    assert.ok(lines.every((line) => line.length <= 2000));
  });
});
