import type { Answer, Message, Request } from './protocol.ts';

/** Asks the worker, which examines one request at a time: of those that come meanwhile, only the last is examined. */
export class Examiner {
  readonly #worker: Worker;
  readonly #answered: (answer: Answer) => void;
  #isBusy = true;
  #waiting: Request | undefined;

  constructor(answered: (answer: Answer) => void, failed: (message: string) => void) {
    this.#worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    this.#answered = answered;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      this.#isBusy = false;
      if (data.kind === 'answer') this.#answered(data.answer);
      if (data.kind === 'failed') failed(data.message);
      this.#next();
    });
    this.#worker.addEventListener('error', ({ message }) => {
      failed(message);
    });
  }

  ask(request: Request): void {
    this.#waiting = request;
    this.#next();
  }

  #next(): void {
    if (this.#isBusy || !this.#waiting) return;
    this.#isBusy = true;
    this.#worker.postMessage(this.#waiting);
    this.#waiting = undefined;
  }
}
