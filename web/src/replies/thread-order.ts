import type { Threads } from '../article/envelope.ts';
import type { Reply } from '../core/requests.ts';

/** In which order an article's replies stand under its texts. */
export class ThreadOrder {
  readonly #threads: Threads;
  readonly #defaultLanguage: string;

  constructor(threads: Threads, defaultLanguage: string) {
    this.#threads = threads;
    this.#defaultLanguage = defaultLanguage;
  }

  /** Whether all texts have the same replies in the same order. */
  get isShared(): boolean {
    return this.#threads === 'shared';
  }

  /** Returns whether the reply stands under the text in that language at all. */
  has(reply: Reply, language: string): boolean {
    return this.#threads !== 'separate' || (reply.language ?? this.#defaultLanguage) === language;
  }

  /** Both, each reply once, as they stand under the text in that language. */
  merged(known: readonly Reply[], more: readonly Reply[], language: string): readonly Reply[] {
    const byId = new Map([...known, ...more].map((reply) => [reply.id, reply]));
    const rank = (reply: Reply): number => (this.#isFirst(reply, language) ? 0 : 1);
    return [...byId.values()].sort((a, b) => rank(a) - rank(b) || Date.parse(a.created) - Date.parse(b.created));
  }

  #isFirst(reply: Reply, language: string): boolean {
    return this.#threads !== 'own-first' || (reply.language ?? this.#defaultLanguage) === language;
  }
}
