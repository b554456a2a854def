// Measures how long `broadside build` takes for an archive of short articles in two languages, beside Hugo if that is
// installed (apt-get install hugo): ./dev bench build [--articles N] [--rounds N]
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeArchive } from './build/archive.ts';
import { textOfHugo, writeHugoSite } from './build/hugo.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});

interface Program {
  name: string;
  /** One of the texts that it reads. */
  text: string;
  /** The arguments that build the site in a folder. */
  command: (out: string) => string[];
}

interface Run {
  seconds: number;
  processor: number;
  mebibytes: number;
}

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'broadside-bench-'));
const archive = path.join(folder, 'publisher');
const first = writeArchive(archive, Number(values.articles));
const programs: Program[] = [
  {
    name: 'Broadside',
    text: first,
    command: (out) => [path.join(root, 'build/native/broadside'), 'build', archive, '-o', out],
  },
];
if (spawnSync('hugo', ['version']).status === 0) {
  const source = path.join(folder, 'hugo');
  writeHugoSite(source, archive);
  programs.push({
    name: 'Hugo',
    text: textOfHugo(source, 'article-00000', 'en'),
    command: (out) => ['hugo', '--quiet', '-s', source, '-d', out],
  });
}

const results = new Map<string, Run[]>();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const { name, text, command } of programs) {
    // A folder of its own: deleting many files just before would be part of what is measured.
    const out = path.join(folder, `${name}-${String(round)}`);
    measure(`${name}, cold`, command(out));
    measure(`${name}, again`, command(out));
    measure(`${name}, nothing changed`, command(out));
    appendFileSync(text, `\nRound ${String(round)}.\n`);
    measure(`${name}, one text changed`, command(out));
  }
}
report();
rmSync(folder, { recursive: true });

/** GNU time tells the most memory that a program has had. */
function measure(name: string, command: string[]): void {
  const log = path.join(folder, 'time');
  const done: SpawnSyncReturns<Buffer> = spawnSync('/usr/bin/time', ['-o', log, '-f', '%e %U %S %M', ...command]);
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr.toString().slice(-2000)}`);
  const [seconds = 0, user = 0, system = 0, kibibytes = 0] = readFileSync(log, 'utf8').trim().split(' ').map(Number);
  const runs = results.get(name) ?? [];
  runs.push({ seconds, processor: user + system, mebibytes: kibibytes / 1024 });
  results.set(name, runs);
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

function report(): void {
  console.log(`${values.articles} articles in two languages, median of ${values.rounds} rounds`);
  for (const [name, runs] of results) {
    const seconds = median(runs.map((run) => run.seconds)).toFixed(2);
    const processor = median(runs.map((run) => run.processor)).toFixed(2);
    const mebibytes = Math.max(...runs.map((run) => run.mebibytes)).toFixed(0);
    console.log(
      `${name.padEnd(30)} ${seconds.padStart(7)} s  processor ${processor.padStart(7)} s  ${mebibytes.padStart(5)} MiB`,
    );
  }
}
