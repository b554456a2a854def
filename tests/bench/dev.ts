// Measures how soon `broadside dev` shows a change, for a site of 100 articles in two languages: ./dev bench dev
//
// The time is that from the end of writing a text until the changed page has been fetched, and beside it what the command
// says that the build took. Between changes a build rests for longer than file systems count time in.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { command } from '../support/command.ts';
import { median } from './render/samples.ts';

const articles = 100;
const rounds = 30;
const words = 'For a *month* the paper has been [trying](https://e.example/) to reach them, and nobody has answered.';
const text = (title: string, last: string): string =>
  `---\ntitle: ${title}\nauthors: [Ada]\npublished: 2021-03-14\n---\n${`${words}\n\n`.repeat(20)}${last}\n`;

const folder = mkdtempSync(join(tmpdir(), 'broadside-bench-'));
const file = (article: number, language: string): string => join(folder, `content/a${article}/${language}.md`);
writeFileSync(join(folder, 'broadside.yaml'), 'publisher: {name: The Desk}\ndefault: en\nurl: https://news.example/\n');
for (let article = 0; article < articles; ++article) {
  mkdirSync(join(folder, `content/a${article}`), { recursive: true });
  for (const language of ['en', 'es']) writeFileSync(file(article, language), text(`Article ${article}`, 'The end.'));
}

const child = spawn(command, ['dev', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
const builds: number[] = [];
createInterface(child.stderr).on('line', (line) => {
  const [, milliseconds] = /changed: (\d+) ms/.exec(line) ?? [];
  if (milliseconds !== undefined) builds.push(Number(milliseconds));
});
let url = '';
for await (const line of createInterface(child.stdout)) {
  url = /http:\S+/.exec(line)?.[0] ?? '';
  break;
}

/** Changes a text, and returns how many milliseconds later the server has told of another site and given its page. */
async function change(round: number): Promise<number> {
  const article = (round * 37) % articles;
  const { state } = (await (await fetch(`${url}.desk/changes`)).json()) as { state: string };
  const told = fetch(`${url}.desk/changes?${state}`);
  await pause(100);
  writeFileSync(file(article, 'en'), text(`Article ${article}`, `Round ${round}.`));
  const start = performance.now();
  await (await told).text();
  const page = await (await fetch(`${url}a${article}/en/`)).text();
  const time = performance.now() - start;
  if (!page.includes(`Round ${round}.`)) throw new Error('the page is not the changed one');
  return time;
}

try {
  const times: number[] = [];
  for (let round = 0; round < rounds; ++round) times.push(await change(round));
  const [first = NaN, ...others] = builds;
  console.log(`first build of ${articles} articles: ${first} ms`);
  console.log(`one text changed, build:       median ${median(others)} ms, longest ${Math.max(...others)} ms`);
  console.log(
    `one text changed, page there:  median ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
  );
} finally {
  child.kill('SIGINT');
  rmSync(folder, { recursive: true });
}
