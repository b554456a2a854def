import { BroadsideError, report } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import { parseAddress } from '../network/address.ts';
import { whenNear } from '../page/near.ts';
import { whenParsed } from '../page/parsed.ts';
import type { ArticleInfo } from '../reading/article-info.ts';
import { linkedPlace } from '../reading/deep-link.ts';
import { Reading } from '../reading/reading.ts';
import { signOfMissingEnd } from '../stage/fallback.ts';
import { Stage } from '../stage/stage.ts';
import { canStyle } from '../stage/stylesheet.ts';
import { attributes, faultOf } from './attributes.ts';
import { ArticleProperties } from './properties.ts';
import { trustOf } from './trust.ts';

// A framework may set `src` some time after it has put the element into the page.
const srcTimeout = 1_000;

// The build sets it.
declare const VERSION: string;

declare global {
  interface HTMLElementTagNameMap {
    'broadside-article': BroadsideArticle;
  }
}

/**
 * The element `<broadside-article src="https://news.example/a/north-korea/article.json">` shows an article of any publisher, in
 * the reader's language, with its replies.
 *
 * @attr src - the article.json, or a Markdown file (`….md`)
 * @attr lang - the language to show, before what the reader, the page and the browser say
 * @attr theme - `light` or `dark`; `auto`, which is the default, follows the background
 * @attr replies - `off` shows neither replies nor the form; `link` shows a link to them on the publisher's page
 * @attr loading - `lazy` waits until the reader comes near
 * @attr heading-level - what the article's title is on this page: 1 (the default) to 6
 * @attr key - the publisher's public key, or two; the article is shown if it is signed with one of them
 * @attr public-key - the same, for React and Vue, which keep `key` to themselves
 * @attr not-before - with `key`: a signed article of an earlier date is not shown
 * @attr html - what becomes of raw HTML in the Markdown (`drop`, `escape` or `sanitize`), whatever the article says of it
 * @attr embeds - `on` lets a reader play a video of YouTube or Vimeo in its place; without it, its address is a link
 * @slot - what is shown without script, while loading, and when loading fails
 * @csspart title, body, reply, send and others - see docs/embedding.md
 * @fires broadside:ready - the article is there, or has been fetched anew; detail: {language}
 * @fires broadside:language - it is there in another language; detail: {language}
 * @fires broadside:reply - a reply of this reader was published; detail: {id}
 * @fires broadside:error - something went wrong; detail: {code, where, message}
 */
export class BroadsideArticle extends ArticleProperties {
  static readonly observedAttributes = attributes;
  /** The version of Broadside that this page has, such as "1.4.0". Of several on a page, the first counts. */
  static readonly version = VERSION;

  #stage: Stage | undefined;
  #reading: { readonly wanted: string; readonly reading: Reading } | undefined;
  /** The signal of what was begun last: waiting for `src`, waiting for the reader, or a reading. */
  readonly #current = new Latest();
  #isEndChecked = false;
  readonly #changed = new Set<string>();
  #moved = false;
  #updating = false;

  /** The language in which the article is shown (BCP 47); empty until it is, and if nobody states it. */
  get language(): string {
    return this.article?.language ?? '';
  }

  /** The article that is shown; undefined until it is. */
  get article(): ArticleInfo | undefined {
    return this.#reading?.reading.article;
  }

  /** Resolves when the article is shown, at once if it is already. It waits for as long as that fails, which broadside:error reports. */
  get ready(): Promise<void> {
    return new Promise((resolve) => {
      if (this.article) resolve();
      else
        this.addEventListener(
          'broadside:ready',
          () => {
            resolve();
          },
          { once: true },
        );
    });
  }

  connectedCallback(): void {
    this.takeOverProperties();
    this.#moved = true;
    this.#update();
  }

  disconnectedCallback(): void {
    this.#update();
  }

  adoptedCallback(): void {
    this.#stage?.style();
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value) return;
    this.#changed.add(name);
    this.#update();
  }

  /**
   * Fetches the article again, and shows what has changed in it. Resolves when that is done, or has failed, of which a
   * `broadside:error` tells; then what was shown stays.
   */
  async reload(): Promise<void> {
    await this.#reading?.reading.reload();
  }

  /** Acts once upon all changes within one turn of the event loop, so that a mere move changes nothing. */
  #update(): void {
    if (this.#updating) return;
    this.#updating = true;
    queueMicrotask(() => {
      this.#updating = false;
      const changed = [...this.#changed];
      this.#changed.clear();
      const moved = this.#moved;
      this.#moved = false;
      this.#follow(changed, moved);
    });
  }

  #follow(changed: readonly string[], moved: boolean): void {
    for (const attribute of changed) this.#reportFault(attribute);
    if (this.#reading?.wanted === this.#wanted()) {
      if (moved) this.#reading.reading.move();
      for (const attribute of changed) void this.#reading.reading.adapt(attribute);
      return;
    }
    const end = this.#current.begin();
    this.#reading = undefined;
    if (!this.isConnected) return;
    this.#checkEnd();
    if (this.src === '') this.#waitForSrc(end);
    else if (!canStyle()) this.#giveUp(new Error('this browser has no constructed style sheets'));
    else this.#open(end);
  }

  /** Returns what a reading is of, so that it ends with a change of that; empty if nothing is to be read. */
  #wanted(): string {
    return this.isConnected && this.src ? JSON.stringify([this.src, trustOf(this)]) : '';
  }

  #reportFault(attribute: string): void {
    const value = this.getAttribute(attribute);
    const fault = value === null ? undefined : faultOf(attribute, value);
    if (fault !== undefined) report(this, new BroadsideError('attribute', `${attribute}="${String(value)}"`, fault));
  }

  #checkEnd(): void {
    if (this.#isEndChecked) return;
    this.#isEndChecked = true;
    whenParsed(() => {
      const sign = signOfMissingEnd(this);
      if (sign === undefined) return;
      const message = `${sign} between the tags, so that an end tag is missing: HTML ignores the slash in <broadside-article …/>, write <broadside-article …></broadside-article>`;
      report(this, new BroadsideError('fallback', this.src, message));
    });
  }

  #waitForSrc(end: AbortSignal): void {
    const timer = setTimeout(() => {
      const message = 'src is missing: it must be the address of an article.json or of a Markdown file';
      report(this, new BroadsideError('attribute', 'src', message));
    }, srcTimeout);
    end.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  }

  #open(end: AbortSignal): void {
    this.#attempt(() => {
      const stage = (this.#stage ??= new Stage(this.shadowRoot ?? this.attachShadow({ mode: 'open' })));
      stage.wait(this.loading);
      const start = (): void => {
        this.#attempt(() => {
          this.#start(stage, end);
        });
      };
      if (this.loading === 'eager' || linkedPlace(this) !== undefined) start();
      else whenNear(this, start, end);
    });
  }

  #start(stage: Stage, end: AbortSignal): void {
    const { src } = this;
    const address = parseAddress(src, document.baseURI);
    if (!address) {
      report(this, new BroadsideError('article', src, 'src is not an address'));
      return;
    }
    const reading = new Reading({ host: this, stage, src: address, trust: trustOf(this), end });
    this.#reading = { wanted: this.#wanted(), reading };
    reading.connect();
    reading.begin().catch((thrown: unknown) => {
      this.#giveUp(thrown);
    });
  }

  /** Runs `act`. If the browser lacks what that needs, what stands between the tags stays readable. */
  #attempt(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      this.#giveUp(thrown);
    }
  }

  #giveUp(thrown: unknown): void {
    report(this, BroadsideError.from(thrown, 'browser', this.src));
    if (this.shadowRoot && !this.shadowRoot.firstChild) this.shadowRoot.append(document.createElement('slot'));
  }
}
