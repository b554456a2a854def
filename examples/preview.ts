// Serves a site that `broadside build` made on this machine, as any web server would.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listen, portOf } from './server/ports.ts';
import { publisherHeaders } from './server/publisher.ts';
import { serveFolder } from './server/static.ts';

const usage = 'Usage: ./dev preview SITE [--port N]     N is 8081 where it is not given; 0 takes any that is free';

class WrongUsage extends Error {}

function readArguments(): { site: string; port: number } {
  const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
  const [site] = positionals;
  const port = Number(values.port ?? 8081);
  if (site === undefined || positionals.length > 1) throw new WrongUsage(`Name the folder of one site.\n${usage}`);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUsage(`--port: not a port.\n${usage}`);
  if (!existsSync(resolve(site, 'index.html')))
    throw new Error(`${site} is no site: it has no index.html. Make one with broadside build PUBLISHER -o ${site}.`);
  return { site, port };
}

try {
  const { site, port } = readArguments();
  const server = await listen(port);
  server.on('request', serveFolder(site, { headers: publisherHeaders }));
  console.log(`Serving ${site} at http://localhost:${portOf(server)}/ (Ctrl-C ends it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
