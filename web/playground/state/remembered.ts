import { isShareable, type State, toFragment } from './address.ts';

// A pause in typing of so many milliseconds is long enough to write into the address.
const pause = 400;

/** Keeps the state in the page's address, which one can share. */
export class Remembered {
  readonly #tooLong: () => void;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Calls `tooLong` when the address holds the options alone. */
  constructor(tooLong: () => void) {
    this.#tooLong = tooLong;
  }

  /** Writes the state as it is after a pause. */
  remember(state: () => State): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#write(state()), pause);
  }

  async #write(state: State): Promise<void> {
    const whole = await toFragment(state);
    if (isShareable(whole)) {
      history.replaceState(null, '', whole === '' ? location.pathname + location.search : `#${whole}`);
      return;
    }
    const short = await toFragment({ ...state, texts: undefined });
    history.replaceState(null, '', `#${short}`);
    this.#tooLong();
  }
}
