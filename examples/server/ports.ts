// Listens on ports that may be taken. The system chooses a free one for 0.

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

/** Starts a server that answers nothing yet; on("request", …) adds its answers. */
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

/** Returns the port itself, or for 0 a free one, on which another program can listen. */
export async function freePort(port: number): Promise<number> {
  const server = await listen(port);
  const free = portOf(server);
  await close(server);
  return free;
}
