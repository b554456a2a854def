// Runs the `broadside` command for the demonstration: it builds the publisher's site and serves the replies.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const repository = join(import.meta.dirname, '..', '..');
export const loader = join(repository, 'web', 'dist');
export const playground = join(repository, 'build', 'playground');
export const program = join(repository, 'build', 'native', 'broadside');

const startWithin = 10_000;
const stopWithin = 5_000;

export type Addresses = { host: string; publisher: string; replies: string };

export type ReplyServer = {
  /** Resolves when the server has ended, for any reason. */
  ended: Promise<void>;
  /** Returns the last part of its output. */
  output: () => string;
  stop(): Promise<void>;
  kill(): Promise<void>;
};

/** Throws an error that says what to do if something has not been built yet. */
export function requireBuilt(): void {
  for (const file of [program, join(loader, 'manifest.json')])
    if (!existsSync(file)) throw new Error(`${file} is missing. Build it first: ./dev build`);
}

export async function buildSite(site: string, addresses: Addresses): Promise<void> {
  const publisher = join(repository, 'examples', 'publisher');
  const places = ['--url', addresses.publisher, '--replies', addresses.replies, '--loader', loader];
  const build = run(['build', publisher, '-o', site, ...places]);
  await build.ended;
  if (build.process.exitCode !== 0) throw new Error(`broadside build failed:\n${build.output()}`);
}

export async function startReplyServer(
  site: string,
  database: string,
  port: number,
  options: readonly string[] = [],
): Promise<ReplyServer> {
  const server = run(['serve', '--site', site, '--database', database, '--port', String(port), ...options]);
  const end = async (signal: NodeJS.Signals) => {
    server.process.kill(signal);
    await server.ended;
  };
  if (!(await answers(`http://localhost:${port}/v1/health`, server.process))) {
    await end('SIGKILL');
    throw new Error(`broadside serve did not start:\n${server.output()}`);
  }
  const stop = async () => {
    const late = setTimeout(() => server.process.kill('SIGKILL'), stopWithin);
    await end('SIGTERM');
    clearTimeout(late);
  };
  return { ended: server.ended, output: server.output, stop, kill: () => end('SIGKILL') };
}

type Run = { process: ChildProcess; ended: Promise<void>; output: () => string };

function run(options: string[]): Run {
  // The process is detached, so that Ctrl-C in the terminal does not reach it: the demonstration ends it.
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-10_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { process: child, ended: once(child, 'close').then(() => undefined), output: () => output };
}

async function answers(address: string, server: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + startWithin;
  while (Date.now() < deadline && server.exitCode === null && server.signalCode === null) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return true;
    await wait(30);
  }
  return false;
}
