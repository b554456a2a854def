import type { Reply } from '../core/requests.ts';
import type { Changes, Kept, Page } from './answers.ts';
import { compare, merged } from './thread-order.ts';

/** The known part of a thread: its pages up to one, and the replies that the reader has sent. */
export interface KnownReplies extends Page {
  /** The last reply of the pages that have been read. What stands behind it comes with the next page. */
  readonly last?: Reply;
}

export const noneKnown: KnownReplies = { replies: [], next: null };

/** Returns what is known once the next page has been read. Changes are asked for since the first page: no later one is older. */
export function afterPage(known: KnownReplies, page: Page): KnownReplies {
  const since = known.since ?? page.since;
  const last = page.replies.at(-1) ?? known.last;
  return {
    ...page,
    replies: merged(known.replies, page.replies),
    ...(since !== undefined && { since }),
    ...(last && { last }),
  };
}

/** Returns what is known once a page of one branch has been read. */
export function afterBranch(known: KnownReplies, { replies }: Page): KnownReplies {
  return { ...known, replies: merged(known.replies, replies) };
}

/** Returns what is known with those of the reader's own replies that the server shows to nobody yet. */
export function withWaiting(known: KnownReplies, waiting: readonly Reply[]): KnownReplies {
  const ids = new Set(known.replies.map(({ id }) => id));
  return { ...known, replies: [...known.replies, ...waiting.filter(({ id }) => !ids.has(id))].sort(compare) };
}

/** Returns what is known once a reply has been kept, edited or deleted. A deleted one stays if others stand below it. */
export function afterKept(known: KnownReplies, { reply, count }: Kept): KnownReplies {
  const stays =
    reply.state !== 'deleted' ||
    known.replies.some(({ id, position }) => id !== reply.id && position.startsWith(reply.position));
  const replies = merged(known.replies, [reply]).filter(({ id }) => stays || id !== reply.id);
  return { ...known, replies, ...(count !== undefined && { count }) };
}

/** Returns what is known once the replies have changed. */
export function afterChanges(known: KnownReplies, { replies, gone, since, count }: Changes): KnownReplies {
  const ids = new Set(known.replies.map(({ id }) => id));
  const isRead = (reply: Reply): boolean =>
    known.next === null || ids.has(reply.id) || (known.last !== undefined && compare(reply, known.last) < 0);
  const left = known.replies.filter(({ id }) => !gone.has(id));
  return { ...known, replies: merged(left, replies.filter(isRead)), since, ...(count !== undefined && { count }) };
}
