// Measures what clients that behave badly cost the reply server: ./dev bench clients [PROGRAM]. Memory is the server's
// resident memory; the wait is how long another client needs for one small request on a new connection.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { replies, writeSite } from './replies/site.ts';

const program = process.argv[2] ?? 'build/native/broadside';
const folder = mkdtempSync(join(tmpdir(), 'broadside-clients-'));
const head = (line: string) => `${line} HTTP/1.1\r\nHost: localhost\r\n`;

function start(): Promise<{ process: ReturnType<typeof spawn>; port: number }> {
  const args = ['serve', '--site', join(folder, 'site'), '--database', join(folder, 'replies.sqlite'), '--port', '0'];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.stdout.once('data', (line: Buffer) => {
      resolve({ process: server, port: Number(/:(\d+)\//.exec(line.toString())?.[1]) });
    });
  });
}

/** Sends the request on a connection of its own, and returns the answer's first bytes, or '' if there is none. */
function ask(port: number, request: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.once('data', (data) => {
      resolve(data.toString('latin1'));
      socket.destroy();
    });
    socket.once('close', () => {
      resolve('');
    });
    socket.once('error', () => {
      resolve('');
    });
  });
}

/** Returns how long others wait for a small answer, in milliseconds: the median and the longest of 20. */
async function wait(port: number): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const before = performance.now();
    const giveUp = new Promise<string>((resolve) => setTimeout(resolve, 30_000, '').unref());
    const answer = await Promise.race([ask(port, head('GET ' + replies + '?limit=1') + '\r\n'), giveUp]);
    times.push(answer.startsWith('HTTP/1.1 200') ? performance.now() - before : Infinity);
    if (times.at(-1) === Infinity) break;
  }
  times.sort((a, b) => a - b);
  const shown = (time = Infinity) => (time === Infinity ? 'no answer in 30 s' : `${time.toFixed(1)} ms`);
  return `${shown(times[Math.floor(times.length / 2)])}, at most ${shown(times.at(-1))}`;
}

function memory(pid: number): string {
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return `${Math.round(kilobytes / 1000)} MB`;
}

async function crowd(port: number, count: number, greet: (socket: Socket) => void): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let i = 0; i < count; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    await new Promise((resolve) => socket.once('connect', resolve));
    greet(socket);
    sockets.push(socket);
  }
  return sockets;
}

function say(what: string, pid: number, waited: string): void {
  console.log(`${what.padEnd(58)} ${memory(pid).padStart(8)}   others wait ${waited}`);
}

writeSite(folder);
const { process: server, port } = await start();
const pid = server.pid ?? 0;
try {
  const text = '😀'.repeat(10_000);
  for (let i = 0; i < 100; i++) {
    const key = `clients-0123456789-${i}`;
    const body = JSON.stringify({ name: 'Ada', email: 'a@b.example', text, key });
    const fields = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    await ask(port, head('POST ' + replies) + fields + body);
  }
  say('nobody', pid, await wait(port));

  const deaf = await crowd(port, 200, (socket) => {
    socket.pause();
    socket.write((head('GET ' + replies + '?limit=100') + '\r\n').repeat(4));
  });
  say('200 clients that read nothing of the longest pages', pid, await wait(port));
  for (const socket of deaf) socket.destroy();

  const slow = await crowd(port, 2_000, (socket) => socket.write('G'));
  const dripping = setInterval(() => {
    for (const socket of slow) if (!socket.destroyed) socket.write('x');
  }, 1_000);
  say('2,000 clients that send a byte a second', pid, await wait(port));
  clearInterval(dripping);
  for (const socket of slow) socket.destroy();

  const resting = await crowd(port, 10_000, (socket) => {
    socket.resume();
    socket.write(head('GET /v1/health') + '\r\n');
  });
  say('10,000 clients that rest between two requests', pid, await wait(port));
  console.log(`  of which still connected: ${resting.filter((socket) => !socket.destroyed).length}`);
} finally {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true });
}
process.exit();
