import type { Reply } from '../core/requests.ts';

/** Compares where two replies stand in the thread, by what the server has said of them. */
export function compare(a: Reply, b: Reply): number {
  return a.position < b.position ? -1 : 1;
}

/** Returns the position of the first reply of the branch in which a reply stands: a section, and one step of a path. */
export function branchOf({ position }: Reply): string {
  return position.slice(0, 10);
}

/** Returns the replies of both in the order of the thread, each once, as `more` has it. */
export function merged(known: readonly Reply[], more: readonly Reply[]): readonly Reply[] {
  const all = [...new Map([...known, ...more].map((reply) => [reply.id, reply])).values()].sort(compare);
  const counts = new Map(more.map((reply) => [branchOf(reply), reply.answers ?? 0]));
  return all.map((reply) => {
    const answers = counts.get(reply.position);
    return answers === undefined ? reply : { ...reply, answers };
  });
}
