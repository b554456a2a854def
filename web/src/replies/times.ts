import type { DatedReply, Reply } from '../core/requests.ts';

export const minuteLength = 60_000;
const dayInMinutes = 24 * 60;

/** Returns the time in minutes since 1970. */
export function currentMinute(): number {
  return Math.floor(Date.now() / minuteLength);
}

/** Adds the reader's zone at the time of the reply. Summer time and governments change it, so that each reply has its own. */
export function dated(reply: Reply): DatedReply {
  return { ...reply, minutesAhead: -new Date(reply.created).getTimezoneOffset() || 0 };
}

/** Returns whether it may have come within the last day, so that the words for its time change while they are read. */
export function isRecent({ created }: Reply): boolean {
  return currentMinute() - Date.parse(created) / minuteLength <= dayInMinutes;
}
