import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../../examples/server/ports.ts';
import { replies, writeSite } from './site.ts';

/** A server and a request that it is measured with. */
export interface Contest {
  readonly origin: string;
  readonly path: string;
  readonly pid: number;
  readonly folder: string;
  readonly header?: string;
  readonly posts?: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'broadside-replies-'));
// nginx reads its files as another user.
chmodSync(folder, 0o755);
const started: ChildProcess[] = [];

/** Ends all servers, and removes their files. */
export async function closeAll(): Promise<void> {
  await Promise.all(
    started.map(async (server) => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
    }),
  );
  rmSync(folder, { recursive: true, force: true });
}

/** Starts a reply server with an article that has so many replies. */
export async function serverWithReplies(count: number) {
  writeSite(folder);
  const port = await freePort(0);
  const database = join(folder, 'replies.sqlite');
  const pid = start('build/native/broadside', [
    'serve',
    '--site',
    join(folder, 'site'),
    '--database',
    database,
    '--port',
    `${port}`,
  ]);
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/v1/health`);
  for (let i = 0; i < count; i += 1) {
    const text = `Reply ${i}. It has some *words* in it, and is as long as most replies in a newspaper are: two lines or three.`;
    const body = JSON.stringify({ name: `Reader ${i}`, email: 'a@b.example', text });
    const answer = await fetch(origin + replies, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (answer.status !== 201) throw new Error(`The server answered ${answer.status}.`);
  }
  return {
    origin,
    pid,
    folder,
    async page() {
      const answer = await fetch(origin + replies);
      const body = await answer.text();
      const { since } = JSON.parse(body) as { since: string };
      return { path: replies, body, since, tag: answer.headers.get('ETag') ?? '' };
    },
  };
}

/** Starts nginx, with one process, as a server of one file. */
export async function nginxWith(body: string): Promise<Contest> {
  const port = await freePort(0);
  writeFileSync(join(folder, 'page.json'), body);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
     events { worker_connections 1024; }
     http { access_log off; sendfile on; open_file_cache max=10; keepalive_requests 100000000;
       client_body_temp_path ${folder}/1; proxy_temp_path ${folder}/2; fastcgi_temp_path ${folder}/3;
       uwsgi_temp_path ${folder}/4; scgi_temp_path ${folder}/5;
       server { listen 127.0.0.1:${port}; root ${folder}; default_type application/json; } }`,
  );
  const pid = start('nginx', ['-c', configuration, '-e', join(folder, 'error.log')]);
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/page.json`);
  return { origin, path: '/page.json', pid, folder };
}

function start(program: string, options: readonly string[]): number {
  const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore'] });
  started.push(server);
  if (server.pid === undefined) throw new Error(`${program} did not start.`);
  return server.pid;
}

async function answers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok === true) return;
    await wait(50);
  }
  throw new Error(`${address} does not answer.`);
}
