import type { Page } from 'playwright-core';
import { defineComputedStyles } from './computed.ts';

/** The state of a host's page, as far as an article in it must not change it: a text for each fact, by the fact's name. */
export type HostState = ReadonlyMap<string, string>;

/** Has the page note from its beginning on which listeners are added to it. */
export async function noteListeners(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Noted {
      readonly target: EventTarget;
      readonly type: string;
      readonly listener: unknown;
      readonly signal: AbortSignal | undefined;
    }
    let noted: Noted[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- both are called with a target
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...all): void {
      const [type, listener, options] = all;
      const signal = typeof options === 'object' ? options.signal : undefined;
      noted.push({ target: this ?? globalThis, type, listener, signal });
      addEventListener.apply(this ?? globalThis, all);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, ...all): void {
      const [type, listener] = all;
      const target = this ?? globalThis;
      noted = noted.filter((one) => one.target !== target || one.type !== type || one.listener !== listener);
      removeEventListener.apply(target, all);
    };
    const nameOf = (target: EventTarget): string | undefined => {
      if (target === globalThis) return 'window';
      if (target === document) return 'document';
      const isHosts = target instanceof Element && target.isConnected && target.getRootNode() === document;
      return isHosts && !target.closest('broadside-article') ? target.localName : undefined;
    };
    Object.assign(globalThis, {
      historyAtStart: history.length,
      hostListeners: () =>
        noted
          // The page has been read to its end, and Playwright's own listeners have such names.
          .filter(({ signal, type }) => !signal?.aborted && type !== 'DOMContentLoaded' && !type.startsWith('__'))
          .map(({ target, type }) => [nameOf(target), type])
          .filter(([name]) => name !== undefined)
          .map((names) => names.join(' ')),
    });
  });
}

export function hostListeners(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { hostListeners: () => string[] }).hostListeners());
}

/** Returns everything about the host's page that must be the same with an article in it and without. */
export async function hostState(page: Page): Promise<HostState> {
  await page.evaluate(defineComputedStyles);
  return new Map(Object.entries(JSON.parse(await page.evaluate(stateAsText)) as Record<string, string>));
}

function stateAsText(): string {
  const state: Record<string, string> = {};
  const isOurs = (element: Element): boolean =>
    element.matches('broadside-article, script[src*="broadside.js"]') || element.closest('broadside-article') !== null;

  const natives = [
    Object,
    Array,
    Function,
    Promise,
    String,
    Map,
    Set,
    EventTarget,
    Node,
    Element,
    HTMLElement,
    Document,
  ];
  const changed = natives.flatMap(({ name, prototype }) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype as object))
      .filter(([member, { value }]) => typeof value === 'function' && !/\[native code\]/.test(String(value)) && member)
      .map(([member]) => `${name}.${member}`),
  );
  state['changed members of prototypes'] = changed.join(' ');
  state['globals'] = Object.getOwnPropertyNames(globalThis).sort().join(' ');
  state['title'] = document.title;
  state['address'] = location.pathname + location.search + location.hash;
  state['history'] =
    `${history.length - (globalThis as unknown as { historyAtStart: number }).historyAtStart} ${JSON.stringify(history.state)} ${history.scrollRestoration}`;
  state['focus'] = document.activeElement?.localName ?? '';
  state['scroll position'] = `${scrollX} ${scrollY}`;
  const { scrollWidth, clientWidth } = document.documentElement;
  state['content is wider than the window'] = String(scrollWidth > clientWidth);
  state['storage'] = `${localStorage.length} ${sessionStorage.length} ${document.cookie}`;
  state['style sheets'] = `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`;

  const copy = document.documentElement.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('*')) if (isOurs(element)) element.remove();
  state['markup'] = copy.outerHTML.replace(/\s+/g, ' ');

  // These depend on the height of the article and on the width that it leaves.
  const geometry = /^(height|width|top|right|bottom|left)$|^margin|^grid-template/;
  const elements = [...document.querySelectorAll('*')].filter((element) => !isOurs(element));
  const styles = computedStyles(elements, (element, i) => `${i}, ${element.localName}`, geometry);
  return JSON.stringify({ ...state, ...styles });
}
