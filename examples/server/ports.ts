// Listening on ports that may be taken; 0 asks the system for a free one.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const address = '127.0.0.1';

export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use by another program.`);
    this.port = port;
  }
}

/** A server that nothing answers for yet: what it says is given with on("request", …). */
export function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen(port, address, () => {
      resolve(server);
    });
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
  server.closeAllConnections();
  await closed;
}

/** The port itself, or for 0 a free one, for another program to listen on. */
export async function freePort(port: number): Promise<number> {
  const server = await listen(port);
  const free = portOf(server);
  await close(server);
  return free;
}
