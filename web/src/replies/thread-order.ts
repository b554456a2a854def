import type { Reply } from '../core/requests.ts';

/** Compares where two replies stand in the thread, by what the server has said of them. */
export function compare(a: Reply, b: Reply): number {
  return (a.section ?? 0) - (b.section ?? 0) || a.place - b.place;
}

/** Returns the replies of both in the order of the thread, each once, as `more` has it. */
export function merged(known: readonly Reply[], more: readonly Reply[]): readonly Reply[] {
  return [...new Map([...known, ...more].map((reply) => [reply.id, reply])).values()].sort(compare);
}
