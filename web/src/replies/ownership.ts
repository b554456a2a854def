import type { Kept } from './answers.ts';
import type { Ownership } from './client.ts';

/** The server lets a writer change a reply for so long, in milliseconds. */
const lifetime = 15 * 60 * 1000;

/** The replies that the reader has written here, and may still change. */
export class OwnReplies {
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  note({ reply, token }: Kept): void {
    if (token !== undefined) this.#tokens.set(reply.id, { token, until: Date.now() + lifetime });
    if (reply.state === 'deleted') this.#tokens.delete(reply.id);
  }

  ids(): string[] {
    return [...this.#tokens].filter(([, { until }]) => Date.now() < until).map(([id]) => id);
  }

  /** Returns the right to change the reply. The server refuses one that it has not given. */
  of(id: string): Ownership {
    return { id, token: this.#tokens.get(id)?.token ?? '' };
  }
}
