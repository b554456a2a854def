import type { Failure, Fields, Problem } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { type Bounds, type Download, download } from '../network/download.ts';
import { type Changes, type Kept, type Page, readChanges, readKept, readPage, readProblems } from './answers.ts';

/** A reply on its way. */
export interface Sending {
  readonly reply: Fields;
  /** The writer's own secret name for it, so that sending it twice does not keep it twice. */
  readonly key: string;
  /** The id of the reply that it answers; empty if it answers the article. */
  readonly parent: string;
}

/** The right to change a reply. */
export interface Ownership {
  readonly id: string;
  readonly token: string;
}

export type Outcome =
  | ({ readonly kind: 'saved' } & Kept)
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly error: BroadsideError };

const bounds: Bounds = { bytes: 4 << 20, silence: 15_000 };
// The server's limits are its own affair; these keep a faulty one from filling the page.
const pageSize = 100;
const accept = { Accept: 'application/json' };

/** A reply server's interface for one article. No cookie of the reader's ever goes there. */
export class ReplyClient {
  readonly endpoint: URL;
  readonly #bounds: Bounds;

  constructor(endpoint: URL, limits = bounds) {
    this.endpoint = endpoint;
    this.#bounds = limits;
  }

  /** Asks for one page of the replies under the text in that language, from `after` on. Throws a BroadsideError. */
  async page(language: string, after: string | null, signal: AbortSignal): Promise<Page> {
    return readPage(...(await this.#read(language, after === null ? {} : { after }, signal)));
  }

  /** Asks for a page of the branch in which a reply stands, from `after` on. Throws a BroadsideError. */
  async branch(language: string, branch: string, after: string | null, signal: AbortSignal): Promise<Page> {
    return readPage(...(await this.#read(language, { branch, ...(after !== null && { after }) }, signal)));
  }

  /** Asks what has changed among these replies since an earlier answer. Throws a BroadsideError. */
  async changes(language: string, since: string, signal: AbortSignal): Promise<Changes> {
    return readChanges(...(await this.#read(language, { since }, signal)));
  }

  /**
   * Sends a reply to the text in that language. The key makes one reply of however many attempts with it: the answer to
   * the first may have been lost on its way here.
   */
  send({ reply, key, parent }: Sending, language: string, signal: AbortSignal): Promise<Outcome> {
    return this.#write(this.endpoint, 'POST', { ...reply, language, key, ...(parent && { parent }) }, {}, signal);
  }

  /** Changes the text of one's own reply. */
  edit({ id, token }: Ownership, text: string, signal: AbortSignal): Promise<Outcome> {
    return this.#write(this.#addressOf(id), 'PATCH', { text }, bearer(token), signal);
  }

  /** Deletes one's own reply, and returns what is left of it. */
  remove({ id, token }: Ownership, signal: AbortSignal): Promise<Outcome> {
    return this.#write(this.#addressOf(id), 'DELETE', {}, bearer(token), signal);
  }

  #addressOf(id: string): URL {
    const address = new URL(this.endpoint);
    address.pathname += `/${id}`;
    return address;
  }

  async #write(
    address: URL,
    method: string,
    content: object,
    more: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const headers = { ...accept, 'Content-Type': 'application/json', ...more };
    try {
      const { response, text } = await this.#ask(address, { method, headers, body: JSON.stringify(content) }, signal);
      return response.ok ? { kind: 'saved', ...readKept(text, address) } : refusal(response, text);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      return {
        kind: 'failed',
        failure: 'network-failed',
        error: BroadsideError.from(thrown, 'replies', address.href),
      };
    }
  }

  async #read(language: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<[string, URL]> {
    const address = new URL(this.endpoint);
    for (const [name, value] of Object.entries({ limit: String(pageSize), language, ...query })) {
      address.searchParams.set(name, value);
    }
    const { response, text } = await this.#ask(address, { headers: accept }, signal);
    if (!response.ok) throw new BroadsideError('replies', address.href, `answered ${response.status}`);
    return [text, address];
  }

  #ask(address: URL, init: RequestInit, signal: AbortSignal): Promise<Download> {
    // A redirect could lead to where this article may not ask anything.
    return download(address, { ...init, credentials: 'omit', redirect: 'error' }, this.#bounds, signal);
  }
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

function refusal(response: Response, text: string): Outcome {
  const { status } = response;
  const problems = status === 422 ? readProblems(text) : [];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const failure = status === 429 || status >= 500 ? 'busy' : 'refused';
  return { kind: 'failed', failure, error: new BroadsideError('replies', response.url, `answered ${status}`) };
}
