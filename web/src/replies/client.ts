import type { Failure, Fields, Problem, Reply } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { type Bounds, type Download, download } from '../network/download.ts';

export interface Page {
  readonly replies: readonly Reply[];
  /** What to ask for next, or null at the end. */
  readonly next: string | null;
  /** How many replies there are on all pages; nothing where the server does not say so. */
  readonly count?: number;
}

/** A reply that the server has kept. */
export interface Kept {
  readonly reply: Reply;
  /** As a page's. */
  readonly count?: number;
}

/** A reply on its way. */
export interface Sending {
  readonly reply: Fields;
  /** The writer's own secret name for it, so that sending it twice does not keep it twice. */
  readonly key: string;
}

export type Outcome =
  | ({ readonly kind: 'saved' } & Kept)
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly error: BroadsideError };

const bounds: Bounds = { bytes: 4 << 20, silence: 15_000 };
// The server's limits are its own affair; these keep a faulty one from filling the page.
const pageSize = 100;
// The greatest number that the core reads as a whole one.
const highestCount = 2 ** 31 - 1;
const accept = { Accept: 'application/json' };

/** A reply server's interface for one article. No cookie of the reader's ever goes there. */
export class ReplyClient {
  readonly endpoint: URL;
  readonly #bounds: Bounds;

  constructor(endpoint: URL, limits = bounds) {
    this.endpoint = endpoint;
    this.#bounds = limits;
  }

  /** One page of the replies under the text in that language, from `after` on. Throws a BroadsideError. */
  async page(language: string, after: string | null, signal: AbortSignal): Promise<Page> {
    const address = new URL(this.endpoint);
    address.searchParams.set('limit', String(pageSize));
    address.searchParams.set('language', language);
    if (after !== null) address.searchParams.set('after', after);
    const { response, text } = await this.#ask(address, { headers: accept }, signal);
    if (!response.ok) throw new BroadsideError('replies', address.href, `answered ${response.status}`);
    return readPage(text, address);
  }

  /**
   * Sends a reply to the text in that language. The key makes one reply of however many attempts with it: the answer to
   * the first may have been lost on its way here.
   */
  async send({ reply, key }: Sending, language: string, signal: AbortSignal): Promise<Outcome> {
    const headers = { ...accept, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ ...reply, language, key });
    try {
      const { response, text } = await this.#ask(this.endpoint, { method: 'POST', headers, body }, signal);
      return response.ok ? { kind: 'saved', ...readKept(text, this.endpoint) } : refusal(response, text);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      return {
        kind: 'failed',
        failure: 'network-failed',
        error: BroadsideError.from(thrown, 'replies', this.endpoint.href),
      };
    }
  }

  #ask(address: URL, init: RequestInit, signal: AbortSignal): Promise<Download> {
    // A redirect could lead to where this article may not ask anything.
    return download(address, { ...init, credentials: 'omit', redirect: 'error' }, this.#bounds, signal);
  }
}

function refusal(response: Response, text: string): Outcome {
  const { status } = response;
  const problems = status === 422 ? readProblems(text) : [];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const failure = status === 429 || status >= 500 ? 'busy' : 'refused';
  return { kind: 'failed', failure, error: new BroadsideError('replies', response.url, `answered ${status}`) };
}

function readPage(text: string, address: URL): Page {
  const { replies, next, count } = parse(text, address);
  if (!Array.isArray(replies)) throw malformed(address, 'no list of replies');
  return {
    replies: replies.map((reply) => readReply(reply, address)),
    next: typeof next === 'string' ? next : null,
    ...(isCount(count) && { count }),
  };
}

function readKept(text: string, address: URL): Kept {
  const { reply, count } = parse(text, address);
  return { reply: readReply(reply, address), ...(isCount(count) && { count }) };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= highestCount;
}

/** Takes the members that are known, and only as text: nothing else of what a server says comes any further. */
function readReply(value: unknown, address: URL): Reply {
  const { id, name, website, text, created, language } = isRecord(value) ? value : {};
  if (typeof id !== 'string' || typeof name !== 'string' || typeof text !== 'string' || typeof created !== 'string') {
    throw malformed(address, 'a reply without id, name, text or time');
  }
  return {
    ...{ id, name, text, created },
    ...(typeof website === 'string' && { website }),
    ...(typeof language === 'string' && { language }),
  };
}

function readProblems(text: string): Problem[] {
  try {
    const { problems } = JSON.parse(text) as { problems?: unknown };
    return Array.isArray(problems) ? problems.filter(isProblem).map(({ field, code }) => ({ field, code })) : [];
  } catch {
    return [];
  }
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value['field'] === 'string' && typeof value['code'] === 'string';
}

/** A server, or a proxy before it, may well answer with a page of HTML. */
function parse(text: string, address: URL): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Said below.
  }
  throw malformed(address, `not a JSON object: ${text.slice(0, 40)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function malformed(address: URL, why: string): BroadsideError {
  return new BroadsideError('replies', address.href, why);
}
