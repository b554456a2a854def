/** Work that has taken some time waits so many times as long until it is done again. */
const rest = 4;

/**
 * Does something after each event that asks for it, in a task of its own. What is quick follows every key; what takes long waits for a
 * pause, so that it never holds up the reader's typing.
 */
export class Pace {
  readonly #act: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cost = 0;

  constructor(act: () => void, end: AbortSignal) {
    this.#act = act;
    end.addEventListener('abort', () => {
      clearTimeout(this.#timer);
    });
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const start = performance.now();
      this.#act();
      this.#cost = performance.now() - start;
    }, rest * this.#cost);
  }
}
