// Shows Broadside on this machine: the playground, a host page, the publisher's own page, and the reply server.

import { parseArgs } from 'node:util';
import { look } from './server/check.ts';
import { startDemo, type Demo } from './server/demo.ts';
import { PortTaken } from './server/ports.ts';

const help = `Usage: node examples/serve.ts [--port N] [--check]

Serves the playground, a local newspaper's site that carries another publisher's article, the publisher's own pages,
and the replies, on three ports in a row. Replies are kept in build/demo/replies.sqlite. Ctrl-C ends it.

  --port N   the first of the three ports (default 8080); 0 takes any that are free
  --check    ask each address once, say what came back, and end
  --help     this text`;

class WrongUsage extends Error {}

function readOptions() {
  const options = {
    port: { type: 'string', default: '8080' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    return { ...values, port: readPort(values.port) };
  } catch (error) {
    throw new WrongUsage(`${messageOf(error)}\n\n${help}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_533) throw new Error(`--port takes a number from 0 to 65533, not "${text}".`);
  return port;
}

function addressesToShow(demo: Demo): [string, string][] {
  return [
    ['Start here', `${demo.host}/playground/`],
    ['A host’s page', `${demo.host}/`],
    ['The publisher’s page', `${demo.publisher}/north-korea/en/`],
    ['The replies’ health', `${demo.replies}/v1/health`],
  ];
}

function print(lines: [string, string][]): void {
  for (const [name, text] of lines) console.log(`  ${name.padEnd(22)}${text}`);
}

async function check(demo: Demo): Promise<void> {
  for (const [name, address] of addressesToShow(demo)) {
    const seen = await look(address);
    print([[name, address], ["", seen.summary]]); // prettier-ignore
    if (!seen.ok) process.exitCode = 1;
  }
  await demo.stop();
}

async function serve(demo: Demo, told: Promise<'told'>): Promise<void> {
  console.log('\nBroadside is being served. Ctrl-C ends it.\n');
  print(addressesToShow(demo));
  print([
    ['Plain Markdown', `${demo.host}/markdown.html`],
    ['Hostile hosts', `${demo.host}/hosts/`],
    ['In nine languages', `${demo.publisher}/one-sheet/en/`],
  ]);
  const how = await Promise.race([told, demo.replyServer().ended]);
  await demo.stop();
  if (how !== 'told') throw new Error(`The reply server has ended:\n${demo.replyServer().output()}`);
}

/** The signals are heard from the start on, so that everything that was started by then is ended too. */
function toldToEnd(): Promise<'told'> {
  return new Promise((resolve) => {
    const tell = () => {
      resolve('told');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, tell);
  });
}

async function run(port: number, onlyCheck: boolean): Promise<void> {
  const told = toldToEnd();
  const ports = { host: port, publisher: port && port + 1, replies: port && port + 2 };
  console.log('Building the publisher’s site…');
  const demo = await startDemo({ ports });
  await (onlyCheck ? check(demo) : serve(demo, told));
}

function messageOf(error: unknown): string {
  if (error instanceof PortTaken) return `${error.message} Choose another first port of three with --port N.`;
  return error instanceof Error ? error.message : String(error);
}

try {
  const { port, check: onlyCheck, help: onlyHelp } = readOptions();
  if (onlyHelp) console.log(help);
  else await run(port, onlyCheck);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
