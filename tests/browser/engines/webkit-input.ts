import type { WebDriver } from './web-driver.ts';

// Keys without a character, as https://www.w3.org/TR/webdriver2/#keyboard-actions writes them.
const keys: Readonly<Record<string, string>> = {
  ...{ Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A' },
  ...{ Escape: '\uE00C', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012' },
  ...{ ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D' },
};
const keyboard = { type: 'key', id: 'keyboard' };
const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } };

interface Message {
  readonly id: number;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

interface Call {
  readonly arguments?: readonly { readonly value?: unknown }[];
}

/** Playwright's arguments in transit: an object is a list of its members under `o`. */
interface Transported {
  readonly o?: readonly { readonly k: string; readonly v: unknown }[];
}

/**
 * Presses the keys and buttons that Playwright asks for by WebDriver. In a WebKit that is not its own, Playwright has a
 * script of the page dispatch events, which the browser does not trust and which lead nowhere; here those calls of the
 * script, `__pwWebViewInput`, do not reach the page. Texts that are put in at once do, as they change the field itself.
 */
export class RealInput {
  readonly #driver: WebDriver;
  #last: Promise<void> = Promise.resolve();

  constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  /** Returns the answers to a message if it asks for input, once that is done, and undefined for all other messages. */
  take(message: object): Promise<object[]> | undefined {
    const outer = message as Message;
    if (outer.method !== 'Target.sendMessageToTarget') return undefined;
    const { targetId, message: text } = outer.params as { targetId: string; message: string };
    if (!text.includes('__pwWebViewInput.')) return undefined;
    const inner = JSON.parse(text) as Message;
    if (inner.method !== 'Runtime.callFunctionOn') return undefined;
    const [source, argument] = sourceAndArgument(inner.params);
    const name = /__pwWebViewInput\.(\w+)\(/.exec(source)?.[1];
    const perform = name === undefined ? undefined : this.#actions(name, argument);
    if (!perform) return undefined;
    const answer = (result: object): object[] => [
      { id: outer.id, result: {} },
      {
        method: 'Target.dispatchMessageFromTarget',
        params: { targetId, message: JSON.stringify({ id: inner.id, ...result }) },
      },
    ];
    return perform.then(
      () => answer({ result: { result: { type: 'undefined' }, wasThrown: false } }),
      (error: unknown) => answer({ error: { message: String(error) } }),
    );
  }

  /** Playwright asks for the next action before the last is done, which WebKit refuses. */
  #inTurn(source: object, actions: readonly object[]): Promise<void> {
    const next = this.#last.then(() => this.#driver.perform(source, actions));
    this.#last = next.catch(() => {});
    return next;
  }

  #actions(name: string, argument: Record<string, unknown>): Promise<void> | undefined {
    switch (name) {
      case 'keydown':
      case 'keyup': {
        const { key, text } = argument as { key: string; text?: string };
        const value = keys[key] ?? text ?? key;
        return this.#inTurn(keyboard, [{ type: name === 'keydown' ? 'keyDown' : 'keyUp', value }]);
      }
      case 'mouseMove': {
        const { x, y } = argument as { x: number; y: number };
        return this.#inTurn(mouse, [
          { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
        ]);
      }
      case 'clearHover':
        return Promise.resolve();
      case 'mouseEvent': {
        const { type, button } = argument as { type: string; button: number };
        // The browser itself makes a click of a button that goes down and up.
        if (type !== 'mousedown' && type !== 'mouseup') return Promise.resolve();
        return this.#inTurn(mouse, [{ type: type === 'mousedown' ? 'pointerDown' : 'pointerUp', button }]);
      }
      default:
        return undefined;
    }
  }
}

/** Finds the function among the arguments of Playwright's evaluating script, and that function's own argument. */
function sourceAndArgument({ arguments: all = [] }: Call): [string, Record<string, unknown>] {
  const values = all.map(({ value }) => value);
  const source = values.find((value) => typeof value === 'string' && value.includes('__pwWebViewInput.'));
  const members = values.map((value) => (value as Transported | null | undefined)?.o).find((found) => found);
  return [String(source), Object.fromEntries((members ?? []).map(({ k, v }) => [k, plain(v)]))];
}

function plain(value: unknown): unknown {
  return (value as { v?: unknown } | null)?.v === 'undefined' ? undefined : value;
}
