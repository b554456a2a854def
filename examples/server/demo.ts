// Runs a host, a publisher and the publisher's reply server: three origins on this machine.

import { mkdir } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { buildSite, repository, requireBuilt, startReplyServer, type Addresses, type ReplyServer } from './command.ts';
import { hostPage } from './host-page.ts';
import { hostSite } from './host-site.ts';
import { close, freePort, listen, portOf } from './ports.ts';
import { publisherHeaders } from './publisher.ts';
import { serveFolder } from './static.ts';

export type DemoOptions = {
  /** The ports. 0, which is the default, stands for any free one. */
  ports?: { host: number; publisher: number; replies: number };
  /** The folder for the built site, and for the replies' database unless `database` names another place. */
  folder?: string;
  database?: string;
  /** Headers for everything that the host serves, such as a content security policy. */
  hostHeaders?: OutgoingHttpHeaders;
  /** The nonce for the script elements of the host's pages, for such a policy. */
  nonce?: string;
};

export type Demo = Addresses & {
  site: string;
  database: string;
  /** Returns the reply server that was started last. */
  replyServer(): ReplyServer;
  /** Kills the reply server with SIGKILL, which is like a power cut. */
  killReplies(): Promise<void>;
  startReplies(): Promise<void>;
  stop(): Promise<void>;
};

/** Throws if it cannot start, and then leaves nothing running. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const running: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(running.splice(0).map((end) => end()));
  };
  try {
    return { ...(await start(options, running)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: DemoOptions, running: (() => Promise<void>)[]): Promise<Omit<Demo, 'stop'>> {
  requireBuilt();
  const folder = options.folder ?? join(repository, 'build', 'demo');
  const site = join(folder, 'site');
  const database = options.database ?? join(folder, 'replies.sqlite');
  await mkdir(folder, { recursive: true });

  const ports = options.ports ?? { host: 0, publisher: 0, replies: 0 };
  const host = await listen(ports.host);
  running.push(() => close(host));
  const publisher = await listen(ports.publisher);
  running.push(() => close(publisher));
  const repliesPort = await freePort(ports.replies);
  const addresses = {
    host: `http://localhost:${portOf(host)}`,
    publisher: `http://localhost:${portOf(publisher)}`,
    replies: `http://localhost:${repliesPort}`,
  };

  await buildSite(site, addresses);
  const page = await hostPage(addresses, options.nonce);
  const hostHeaders = () => options.hostHeaders ?? {};
  host.on('request', hostSite({ page, headers: hostHeaders }));
  publisher.on('request', serveFolder(site, { headers: publisherHeaders }));

  let replies = await startReplyServer(site, database, repliesPort);
  running.push(() => replies.stop());
  const startReplies = async () => {
    replies = await startReplyServer(site, database, repliesPort);
  };
  return { ...addresses, site, database, replyServer: () => replies, killReplies: () => replies.kill(), startReplies };
}
