import type { Action } from '../stage/notice.ts';
import type { Stage } from '../stage/stage.ts';

// A text that arrives sooner needs no notice, and one that flashes up disturbs.
const noticeDelay = 300;

/** Says that a text is loading, if that takes a while, or that it could not be loaded. */
export class Progress {
  readonly #stage: Stage;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  wait(text: string): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.#stage.corner.show('waiting', text);
      this.#stage.announce(text);
    }, noticeDelay);
  }

  fail(text: string, action: Action): void {
    this.end();
    this.#stage.corner.show('problem', text, action);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#stage.corner.clear();
    // The announcement of an earlier switch must not be read after this one.
    this.#stage.announce('');
  }
}
