import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { contentVocabulary, interfaceVocabulary, type Vocabulary } from '../../web/src/tree/vocabulary.ts';

// The attributes that the loader itself gives to an element, or to the box that holds the articles.
const loaderAttributes = ['referrerpolicy', 'rel', 'target'];

// The attributes, with their values, that the loader gives to code and tables while they scroll. Articles cannot set
// others.
const scrollerAttributes = { tabindex: '^0$', role: '^region$', 'aria-label': '^(Code|Table)( [0-9]+)?$' };

/**
 * Returns a vector with canaries that bear its number: `boom()`, a request to `canary.test`, and one to the host's
 * `/canary/`.
 */
export function armed(text: string, number: number, host: string): string {
  return text
    .replaceAll('boom()', `boom(${number})`)
    .replaceAll('canary.test', `${number}.canary.test`)
    .replaceAll('HOST/canary/', `${host}canary/${number}`);
}

/** Watches for things that a page must not do; each finding names the vector's number. */
export class Canary {
  readonly findings = new Set<string>();
  readonly #page: Page;
  #ended: (value?: unknown) => void = () => {};

  private constructor(page: Page) {
    this.#page = page;
  }

  static async watch(page: Page): Promise<Canary> {
    const canary = new Canary(page);
    const { findings } = canary;
    const context = page.context();
    await context.exposeFunction('boom', (number: unknown) => {
      if (number === 'last') canary.#ended();
      else findings.add(`${String(number)} ran`);
    });
    context.on('request', (request) => {
      const asked = /^https?:\/\/(\d+)\.canary\.test\/|\/canary\/(\d+)/.exec(request.url());
      if (asked) findings.add(`${asked[1] ?? asked[2] ?? ''} asked for ${request.url()}`);
    });
    await context.route(/^https?:\/\/\d+\.canary\.test\//, (route) => route.abort());
    page.on('dialog', (dialog) => {
      findings.add(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (opened) => findings.add(`a window: ${opened.url()}`));
    return canary;
  }

  /**
   * Does what a reader could do: points at, focuses and clicks everything in the article. Links to the web are not
   * followed, but if the page itself navigates, that is a finding.
   */
  async poke(): Promise<void> {
    const frames = this.#page.frames().map((frame) => ({ frame, address: frame.url() }));
    await Promise.all(frames.map(({ frame }) => frame.evaluate(poke)));
    await this.#end();
    for (const { frame, address } of frames)
      if (frame.url() !== address) this.findings.add(`the page went to ${frame.url()}`);
  }

  /**
   * Waits for a canary of our own, which shows that everything started before it has run, and that canaries do run on
   * this page.
   */
  async #end(): Promise<void> {
    const ran = new Promise((resolve) => {
      this.#ended = resolve;
    });
    await this.#page.evaluate(() => {
      const picture = new Image();
      picture.onerror = () => {
        const link = document.createElement('a');
        link.href = 'javascript:boom("last")';
        link.click();
      };
      picture.src = '/canary/last';
    });
    await ran;
  }

  /** Checks the articles in the page against the vocabularies, and the host's page against its earlier state. */
  async inspect(): Promise<void> {
    const vocabularies = { content: plain(contentVocabulary), interface: plain(interfaceVocabulary) };
    const allowed = { ...vocabularies, loaderAttributes, scrollerAttributes };
    const frames = this.#page.frames();
    const found = frames.map(async (frame) => [
      await frame.evaluate(foreigners, allowed),
      await frame.evaluate(changes),
    ]);
    assert.deepEqual((await Promise.all(found)).flat(2), []);
  }
}

function plain(vocabulary: Vocabulary): Record<string, string[]> {
  return Object.fromEntries([...vocabulary].map(([name, rule]) => [name, [...rule.attributes.keys()]]));
}

function poke(): void {
  const isWeb = (target: EventTarget): boolean =>
    target instanceof HTMLAnchorElement && /^(https?|mailto|tel):$/.test(target.protocol);
  addEventListener(
    'click',
    (event) => {
      if (event.composedPath().some(isWeb)) event.preventDefault();
    },
    true,
  );
  const events = 'load error toggle mouseover mouseenter pointerdown focus focusin animationstart wheel input change';
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (root === document && !element.closest('article, .injection')) continue;
      for (const type of events.split(' ')) element.dispatchEvent(new Event(type));
      if (element instanceof HTMLElement) element.click();
    }
  };
  visit(document);
}

interface Allowed {
  readonly content: Record<string, string[]>;
  readonly interface: Record<string, string[]>;
  readonly loaderAttributes: string[];
  readonly scrollerAttributes: Record<string, string>;
}

function foreigners({ content, interface: all, loaderAttributes, scrollerAttributes }: Allowed): string[] {
  const found: string[] = [];
  const isOfScroller = (element: Element, name: string, value: string): boolean => {
    const values = scrollerAttributes[name];
    return values !== undefined && element.matches('pre, table') && new RegExp(values).test(value);
  };
  const inspect = (element: Element, where: string): void => {
    const article = element.closest('article');
    const rule = (article ? content : all)[element.localName];
    const ours =
      element.matches('form.form') && !article ? [...loaderAttributes, 'action', 'method'] : loaderAttributes;
    if (!rule) found.push(`<${element.localName}> in ${where}`);
    for (const { name, value } of element.attributes) {
      const isOurs = ours.includes(name) || (name === 'part' && [...element.classList, 'input'].includes(value));
      if (rule && !rule.includes(name) && !isOurs && !isOfScroller(element, name, value))
        found.push(`<${element.localName} ${name}> in ${where}`);
    }
    if (article && element.id !== '' && !element.id.startsWith('article-')) found.push(`#${element.id} in ${where}`);
  };
  for (const element of document.querySelectorAll('.broadside *')) inspect(element, 'the page');
  for (const { shadowRoot, outerHTML } of document.querySelectorAll('broadside-article'))
    for (const element of shadowRoot?.querySelectorAll('.broadside *') ?? []) inspect(element, outerHTML);
  return found;
}

function changes(): string[] {
  const found: string[] = [];
  if ('config' in globalThis) found.push('window.config');
  if (!(document.body instanceof HTMLBodyElement)) found.push('document.body');
  if (typeof document.cookie !== 'string') found.push('document.cookie');
  if (typeof document.getElementById !== 'function') found.push('document.getElementById');
  if ('polluted' in {}) found.push('Object.prototype');
  if (location.hash !== '') found.push('the page’s address');
  for (const button of document.querySelectorAll<HTMLElement>('button.host')) {
    button.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button.getBoundingClientRect();
    if (document.elementFromPoint(x + width / 2, y + height / 2) !== button)
      found.push(`${button.innerText} is covered`);
  }
  return found;
}
