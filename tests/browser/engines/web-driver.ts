/** A session of a W3C WebDriver server. */
export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** Starts a session, or returns nothing while nobody listens at that address. */
  static async connect(server: string): Promise<WebDriver | undefined> {
    try {
      await fetch(`${server}/status`);
    } catch {
      return undefined;
    }
    const { sessionId } = await ask<{ sessionId: string }>('POST', `${server}/session`, { capabilities: {} });
    return new WebDriver(`${server}/session/${sessionId}`);
  }

  async goTo(url: string): Promise<void> {
    await ask('POST', `${this.#session}/url`, { url });
  }

  /** Forgets what the page has stored, lets go of all keys and buttons, and leaves for an empty page. */
  async leave(): Promise<void> {
    const script = 'if (location.origin !== "null") { localStorage.clear(); sessionStorage.clear(); }';
    await ask('POST', `${this.#session}/execute/sync`, { script, args: [] });
    await ask('DELETE', `${this.#session}/cookie`);
    await ask('DELETE', `${this.#session}/actions`);
    await this.goTo('about:blank');
  }

  /** Presses keys and buttons, and moves the pointer, as https://www.w3.org/TR/webdriver2/#actions says. */
  async perform(source: object, actions: readonly object[]): Promise<void> {
    await ask('POST', `${this.#session}/actions`, { actions: [{ ...source, actions }] });
  }

  /** Gives the page's area this size, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    const rect = `${this.#session}/window/rect`;
    const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
    const frame = () => ask<[number, number]>('POST', `${this.#session}/execute/sync`, { script, args: [] });
    const [x, y] = await frame();
    await ask('POST', rect, { x: 0, y: 0, width: width + x, height: height + y });
  }
}

async function ask<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, { method, body: body === undefined ? null : JSON.stringify(body) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value.error ?? ''}: ${value.message ?? ''}`);
  return value;
}
