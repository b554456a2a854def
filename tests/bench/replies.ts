// Measures how many pages of replies a server gives out, and how many replies it keeps, on this machine's own network:
//   ./dev bench replies [--rounds N] [--seconds N]
// The bar is nginx with the same page as a file, which is what a site has that is read from a cache. Each round measures
// every row once. The processor's time is that of the server's processes alone.
import { parseArgs } from 'node:util';
import { median } from './render/samples.ts';
import { closeAll, type Contest, nginxWith, serverWithReplies } from './replies/servers.ts';
import { load } from './replies/load.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
});

const server = await serverWithReplies(100);
const page = await server.page();
const nginx = await nginxWith(page.body);
const rows: Readonly<Record<string, Contest>> = {
  'a page, nginx from a file': { ...nginx },
  'a page, broadside': { ...server, path: page.path },
  'a page that the client has (304)': { ...server, path: page.path, header: `If-None-Match: ${page.tag}` },
  'changes since a page': { ...server, path: `${page.path}?since=${page.since}` },
  'a reply, kept': { ...server, path: page.path, posts: true },
};

const results = new Map(Object.keys(rows).map((name) => [name, [] as Awaited<ReturnType<typeof load>>[]]));
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const [name, contest] of Object.entries(rows))
    results.get(name)?.push(await load(contest, Number(values.seconds)));
await closeAll();

console.log(`A page has ${page.body.length} bytes. Medians of ${values.rounds} rounds:`);
const table = [...results].map(([name, runs]) => ({
  row: name,
  'a second': Math.round(median(runs.map(({ perSecond }) => perSecond))),
  'processor, µs each': Math.round(median(runs.map(({ processor }) => processor))),
  'p99, ms': median(runs.map(({ p99 }) => p99)),
}));
console.table(table);
