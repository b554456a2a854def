// Measures how long a reader on a slow phone waits for an article of 2 KB that a page embeds, beside a static page of the same
// text and beside other programs: ./dev bench embed [--rounds N] [--only WORD]
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { buildSite, lastSentence } from './embed/article.ts';
import { type Contestant, contestants, limit } from './embed/contestants.ts';
import { type Estimate, estimate, reach } from './embed/interval.ts';
import { putPeers } from './embed/peers.ts';
import { BenchServer } from './embed/servers.ts';
import { type Visit, visit } from './embed/visit.ts';
import { shuffled } from './render/samples.ts';

/** An interval that reaches further from its median than this asks for more rounds. */
const widest = 0.05;
const leastRounds = 9;

/** The aims: each is the most that one contestant's time may be in relation to another's. */
const aims = [
  ['(a) to micromark', 'Broadside (a)', 'micromark', 1],
  ['(b) to micromark', 'Broadside (b)', 'micromark', 0.9],
  ['(c) to marked + DOMPurify', 'Broadside (c)', 'marked + DOMPurify', 1.1],
  ['(d) to static HTML', 'Broadside (d)', limit, 1.05],
] as const;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' }, only: { type: 'string' } } });
const mostRounds = Number(values.rounds);

const host = await BenchServer.start();
const publisher = await BenchServer.start();
await putPeers(publisher);
const site = buildSite(publisher.url);
publisher.putFolder(site.folder);
const all = contestants({ host, publisher }, site).filter(isWanted);

const browser = await launchChromium();
const visits = new Map<Contestant, Visit[]>(all.map((contestant) => [contestant, []]));
console.log(`Chromium ${browser.version()}, 150 ms round trip, 1.6 Mbit/s, processor slowed 4 times, brotli`);
for (let round = -1; round < mostRounds && !(round >= leastRounds && isCertain()); round++) {
  for (const contestant of shuffled(all)) {
    const result = await visit(browser, contestant.url, lastSentence, [host, publisher]).catch((thrown: unknown) => {
      throw new Error(`${contestant.name} did not paint its last sentence`, { cause: thrown });
    });
    // In the first round the browser itself is cold.
    if (round >= 0) visits.get(contestant)?.push(result);
  }
}
await browser.close();
host.close();
publisher.close();
report();

function isWanted({ name }: Contestant): boolean {
  return values.only === undefined || name === limit || new RegExp(values.only).test(name);
}

/** Returns the ratio of one contestant's time to that of another in the same round. */
function ratio(of: Contestant, to: Contestant): Estimate {
  const others = visits.get(to) ?? [];
  const samples = (visits.get(of) ?? []).map((one, i) => one.milliseconds / (others[i]?.milliseconds ?? NaN));
  return estimate(samples);
}

function named(name: string): Contestant | undefined {
  return all.find((contestant) => contestant.name.startsWith(name));
}

function isCertain(): boolean {
  const base = named(limit);
  return base !== undefined && all.every((contestant) => reach(ratio(contestant, base)) <= widest);
}

function report(): void {
  const base = named(limit);
  if (!base) return;
  console.log(`${visits.get(base)?.length ?? 0} rounds\n`);
  console.log('| | ms | ratio to static | 95 % | requests | bytes | layout shift |');
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  for (const contestant of all) console.log(row(contestant, ratio(contestant, base)));
  console.log();
  for (const [what, of, to, aim] of aims) {
    const [one, other] = [named(of), named(to)];
    if (one && other) console.log(`${what}: ${shown(ratio(one, other))}; the aim is at most ${aim}`);
  }
  for (const { name } of all.filter(({ isOurs }) => isOurs).filter((contestant) => shiftOf(contestant) > 0))
    console.log(`${name} shifts its layout`);
}

function row(contestant: Contestant, { median, low, high }: Estimate): string {
  const all = visits.get(contestant) ?? [];
  const { traffic } = all.at(-1) ?? { traffic: [] };
  const bytes = traffic.reduce((sum, { bytes }) => sum + bytes, 0);
  const milliseconds = estimate(all.map((one) => one.milliseconds)).median;
  return `| ${[
    contestant.name,
    milliseconds.toFixed(0),
    `× ${median.toFixed(2)}`,
    `${low.toFixed(2)}–${high.toFixed(2)}`,
    traffic.length,
    bytes.toLocaleString('en'),
    shiftOf(contestant).toFixed(3),
  ].join(' | ')} |`;
}

function shiftOf(contestant: Contestant): number {
  return Math.max(...(visits.get(contestant) ?? []).map(({ shift }) => shift));
}

function shown({ median, low, high }: Estimate): string {
  return `× ${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
