import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contest } from './servers.ts';

/** The rate of answers, the server's own time for each in microseconds, and the 99th percentile of waits in ms. */
export interface Load {
  readonly perSecond: number;
  readonly processor: number;
  readonly p99: number;
}

const run = promisify(execFile);
const connections = 16;

// Each reply has words and a key of its own, so that each is kept.
const posting = `
local count = 0
local start = tostring(math.floor(os.clock() * 1e6)) .. tostring(os.time())
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  count = count + 1
  local body = string.format('{"name":"Ada","email":"a@b.example","text":"Reply %s-%d, which says what most replies say.","key":"bench-key-%s-%d"}', start, count, start, count)
  return wrk.format(nil, nil, nil, body)
end
`;

/** Asks the server from 16 connections that stay open. Every answer must be a success. */
export async function load(contest: Contest, seconds: number): Promise<Load> {
  const script = join(contest.folder, 'post.lua');
  writeFileSync(script, posting);
  const options = ['-t1', `-c${connections}`, `-d${seconds}`, '--latency'];
  if (contest.header !== undefined) options.push('-H', contest.header);
  if (contest.posts === true) options.push('-s', script);
  const before = ticks(contest.pid);
  const { stdout } = await run('wrk', [...options, contest.origin + contest.path]);
  const spent = ticks(contest.pid) - before;
  if (stdout.includes('Non-2xx')) throw new Error(`wrk had answers that were no successes:\n${stdout}`);
  const requests = Number(/(\d+) requests in/u.exec(stdout)?.[1]);
  return {
    perSecond: Number(/Requests\/sec:\s*([\d.]+)/u.exec(stdout)?.[1]),
    processor: (spent * 10_000) / requests,
    p99: milliseconds(/99%\s+([\d.]+\w+)/u.exec(stdout)?.[1] ?? ''),
  };
}

/** Reads "873.00us", "1.20ms" or "2.00s". */
function milliseconds(text: string): number {
  const scale = text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000;
  return Math.round(Number.parseFloat(text) * scale * 100) / 100;
}

/** Returns the processor's time of a process and its children, in hundredths of a second. */
function ticks(pid: number): number {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]) + children.reduce((sum, child) => sum + ticks(child), 0);
}
