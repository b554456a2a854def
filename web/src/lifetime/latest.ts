/**
 * Lets only the last of several attempts count, since an answer may come when another is wanted. Each attempt is given a signal,
 * which is aborted by the next attempt and by the end of their owner.
 */
export class Latest {
  readonly #owner: AbortSignal | undefined;
  #current = new AbortController();

  /** `owner` aborts when nobody wants the thing any more. */
  constructor(owner?: AbortSignal) {
    this.#owner = owner;
    owner?.addEventListener('abort', () => {
      this.#current.abort();
    });
  }

  /** Begins another try. */
  begin(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    if (this.#owner?.aborted) this.#current.abort();
    return this.#current.signal;
  }
}
