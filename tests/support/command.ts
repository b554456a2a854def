import { execFileSync } from 'node:child_process';

export const command = new URL('../../build/native/broadside', import.meta.url).pathname;

/** Returns what the native command prints. Throws if the command fails. */
export function broadside(args: readonly string[], input = ''): string {
  return execFileSync(command, args, { input, encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 << 20 });
}
