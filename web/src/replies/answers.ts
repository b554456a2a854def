import type { Problem, Reply } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { faultWords, fieldWords, type State, stateWords } from '../generated/rules.ts';

export interface Page {
  readonly replies: readonly Reply[];
  /** The cursor of the next page, or null at the end. */
  readonly next: string | null;
  /** The change number to ask for later changes with; missing if the server does not report changes. */
  readonly since?: string;
  /** The number of replies on all pages; missing if the server does not state it. */
  readonly count?: number;
}

/** The changes since an earlier answer. */
export interface Changes {
  /** The replies that were published or edited, as they are now. */
  readonly replies: readonly Reply[];
  /** The ids of those that do not stand here any more. */
  readonly gone: ReadonlySet<string>;
  /** The change number to ask for the next changes with. */
  readonly since: string;
  /** True if there are more already. */
  readonly more: boolean;
  /** The number of replies, as in a page. */
  readonly count?: number;
}

/** A reply that the server has kept. */
export interface Kept {
  readonly reply: Reply;
  /** The number of replies, as in a page. */
  readonly count?: number;
  /** The secret with which the writer may change the reply for some minutes. */
  readonly token?: string;
}

// The greatest number that the core reads as a whole one.
const highestNumber = 2 ** 31 - 1;

// All of these throw a BroadsideError if the answer is not what it should be.

export function readPage(text: string, address: URL): Page {
  const { replies, next, since, count } = parse(text, address);
  if (!Array.isArray(replies)) throw malformed(address.href, 'no list of replies');
  return {
    replies: replies.map((reply) => readReply(reply, address.href)),
    next: typeof next === 'string' ? next : null,
    ...(typeof since === 'string' && { since }),
    ...(isCount(count) && { count }),
  };
}

export function readChanges(text: string, address: URL): Changes {
  const { changes, since, more, count } = parse(text, address);
  if (!Array.isArray(changes) || typeof since !== 'string') throw malformed(address.href, 'no list of changes');
  return {
    replies: changes.filter((change) => !isGone(change)).map((reply) => readReply(reply, address.href)),
    gone: new Set(changes.filter(isGone).map(({ id }) => id)),
    since,
    more: more === true,
    ...(isCount(count) && { count }),
  };
}

export function readKept(text: string, address: URL): Kept {
  return keptOf(parse(text, address), address.href);
}

/** Returns the reply that a value describes, as the server's answer does. */
export function keptOf({ reply, count, token }: Readonly<Record<string, unknown>>, where: string): Kept {
  return {
    reply: readReply(reply, where),
    ...(isCount(count) && { count }),
    ...(typeof token === 'string' && { token }),
  };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= highestNumber;
}

function isGone(change: unknown): change is { readonly id: string } {
  return isRecord(change) && change['gone'] === true && typeof change['id'] === 'string';
}

/** Takes the members that are known, as what they should be: nothing else of what a server says comes any further. */
function readReply(value: unknown, where: string): Reply {
  const { id, place, section, name, website, text, created, language, ...more } = isRecord(value) ? value : {};
  const { position, state, parent, answers } = more;
  if (!isCount(place) || place === 0) throw malformed(where, 'a reply without a place');
  if (typeof id !== 'string' || typeof name !== 'string' || typeof text !== 'string' || typeof created !== 'string') {
    throw malformed(where, 'a reply without id, name, text or time');
  }
  return {
    ...{ id, place, name, text, created },
    // Servers that know no replies to replies state no positions.
    position: typeof position === 'string' ? position : `${isCount(section) ? section : 0}-${asStep(place)}`,
    ...(typeof website === 'string' && { website }),
    ...(typeof language === 'string' && { language }),
    ...(isOneOf(stateWords, state) && { state: state as State }),
    ...(isRecord(parent) && { parent: { id: String(parent['id']), name: String(parent['name']) } }),
    ...(isCount(answers) && { answers }),
  };
}

/** Returns a number as the step of a path: eight hexadecimal digits. */
function asStep(place: number): string {
  return place.toString(16).padStart(8, '0');
}

export function readProblems(text: string): Problem[] {
  try {
    const { problems } = JSON.parse(text) as { problems?: unknown };
    return Array.isArray(problems) ? problems.filter(isProblem).map(({ field, code }) => ({ field, code })) : [];
  } catch {
    return [];
  }
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && isOneOf(fieldWords, value['field']) && isOneOf(faultWords, value['code']);
}

function isOneOf(words: readonly unknown[], value: unknown): boolean {
  return words.includes(value);
}

/** A server, or a proxy before it, may well answer with a page of HTML. */
function parse(text: string, address: URL): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Said below.
  }
  throw malformed(address.href, `not a JSON object: ${text.slice(0, 40)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function malformed(where: string, why: string): BroadsideError {
  return new BroadsideError('replies', where, why);
}
