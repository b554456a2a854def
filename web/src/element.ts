import { parseAddress } from './address.ts';
import { BroadsideError, report } from './errors.ts';
import type { RawHtml } from './raw-html.ts';
import { Reading } from './reading.ts';
import { Stage } from './stage.ts';

const loadAhead = '600px';

/** The attributes whose value is one of a few words. */
const words = {
  theme: ['auto', 'light', 'dark'],
  replies: ['on', 'off'],
  loading: ['eager', 'lazy'],
  html: ['drop', 'escape', 'sanitize'],
  embeds: ['on', 'off'],
} as const;
type Words = typeof words;

declare global {
  interface HTMLElementTagNameMap {
    'broadside-article': BroadsideArticle;
  }
}

/**
 * `<broadside-article src="https://news.example/a/north-korea/article.json">`: an article of any publisher, in the reader's
 * language, with its replies.
 *
 * @attr src - the article.json, or a Markdown file (`….md`)
 * @attr lang - the language to show, before what the reader, the page and the browser say
 * @attr theme - `light` or `dark`; `auto`, as what it is drawn on, where it is missing
 * @attr replies - `off` shows neither replies nor the form
 * @attr loading - `lazy` waits until the reader comes near
 * @attr heading-level - what the article's title is on this page: 1 (where it is missing) to 6
 * @attr html - what becomes of raw HTML in the Markdown (`drop`, `escape` or `sanitize`), whatever the article says of it
 * @attr embeds - `on` lets a reader play a video of YouTube or Vimeo in its place; its address is a link where it is missing
 * @slot - what is shown without script, while loading, and when loading fails
 * @csspart title, body, reply, send and others - see docs/embedding.md
 * @fires broadside:ready - the article is there; detail: {language}
 * @fires broadside:language - it is there in another language; detail: {language}
 * @fires broadside:reply - a reply of this reader was published; detail: {id}
 * @fires broadside:error - something went wrong; detail: {code, where, message}
 */
export class BroadsideArticle extends HTMLElement {
  static readonly observedAttributes = ['src', 'lang', 'heading-level', ...Object.keys(words)];

  #stage: Stage | undefined;
  #reading: { readonly src: string; readonly it: Reading } | undefined;
  #nearby: IntersectionObserver | undefined;
  readonly #changed = new Set<string>();
  #updating = false;

  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(address: string) {
    this.setAttribute('src', address);
  }

  get theme(): 'auto' | 'light' | 'dark' {
    return this.#word('theme') ?? 'auto';
  }
  set theme(theme: 'auto' | 'light' | 'dark') {
    this.setAttribute('theme', theme);
  }

  get replies(): 'on' | 'off' {
    return this.#word('replies') ?? 'on';
  }
  set replies(replies: 'on' | 'off') {
    this.setAttribute('replies', replies);
  }

  get loading(): 'eager' | 'lazy' {
    return this.#word('loading') ?? 'eager';
  }
  set loading(loading: 'eager' | 'lazy') {
    this.setAttribute('loading', loading);
  }

  get headingLevel(): number {
    const level = this.getAttribute('heading-level') ?? '';
    return /^[1-6]$/.test(level) ? Number(level) : 1;
  }
  set headingLevel(level: number) {
    this.setAttribute('heading-level', String(level));
  }

  get html(): RawHtml | undefined {
    return this.#word('html');
  }
  set html(html: RawHtml | undefined) {
    if (html === undefined) this.removeAttribute('html');
    else this.setAttribute('html', html);
  }

  get embeds(): 'on' | 'off' {
    return this.#word('embeds') ?? 'off';
  }
  set embeds(embeds: 'on' | 'off') {
    this.setAttribute('embeds', embeds);
  }

  connectedCallback(): void {
    this.#update();
  }

  disconnectedCallback(): void {
    this.#update();
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value) return;
    this.#changed.add(name);
    this.#update();
  }

  #word<Name extends keyof Words>(attribute: Name): Words[Name][number] | undefined {
    const known: readonly Words[Name][number][] = words[attribute];
    return known.find((word) => word === this.getAttribute(attribute));
  }

  /** However much changes within one turn of the event loop, it is acted upon once; a mere move changes nothing. */
  #update(): void {
    if (this.#updating) return;
    this.#updating = true;
    queueMicrotask(() => {
      this.#updating = false;
      const changed = [...this.#changed];
      this.#changed.clear();
      this.#follow(changed);
    });
  }

  #follow(changed: readonly string[]): void {
    for (const attribute of changed) this.#reportUnknown(attribute);
    const src = this.isConnected ? this.src : '';
    if (this.#reading && this.#reading.src === src) {
      for (const attribute of changed) void this.#reading.it.adapt(attribute);
      return;
    }
    this.#stop();
    if (src === '') return;
    if (this.loading === 'lazy') this.#waitUntilNear();
    else this.#start();
  }

  #reportUnknown(attribute: string): void {
    const value = this.getAttribute(attribute);
    if (value === null || !isWordly(attribute) || this.#word(attribute) !== undefined) return;
    const known = words[attribute].join(', ');
    report(this, new BroadsideError('attribute', `${attribute}="${value}"`, `must be one of ${known}`));
  }

  #waitUntilNear(): void {
    this.#nearby = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#start();
      },
      { rootMargin: loadAhead },
    );
    this.#nearby.observe(this);
  }

  #start(): void {
    this.#nearby?.disconnect();
    this.#stage ??= new Stage(this.shadowRoot ?? this.attachShadow({ mode: 'open' }));
    const { src } = this;
    const address = parseAddress(src, document.baseURI);
    if (!address) {
      report(this, new BroadsideError('article', src, 'src is not an address'));
      return;
    }
    this.#reading = { src, it: new Reading(this, this.#stage, address) };
    void this.#reading.it.begin();
  }

  #stop(): void {
    this.#nearby?.disconnect();
    this.#reading?.it.dispose();
    this.#reading = undefined;
  }
}

function isWordly(attribute: string): attribute is keyof Words {
  return Object.hasOwn(words, attribute);
}
