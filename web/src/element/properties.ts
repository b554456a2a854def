import type { RawHtml } from '../core/raw-html.ts';
import { headingLevelOf, type Loading, type Replies, type Switch, type Theme, wordOf } from './attributes.ts';
import { trustOf } from './trust.ts';

// A server that renders pages has no document; importing this module there does nothing.
const Base =
  (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** The value to which a property is set; frameworks take a value away by `null` or `undefined`. */
type Settable<Value> = Value | null | undefined;

/** The element's attributes as properties. If an attribute is missing or wrong, its property has the default value. */
export class ArticleProperties extends Base {
  static {
    // HTML's own property would write the word `undefined` where a framework takes the language away.
    Object.defineProperty(this.prototype, 'lang', {
      get(this: ArticleProperties) {
        return this.getAttribute('lang') ?? '';
      },
      set(this: ArticleProperties, tag: Settable<string>) {
        this.#set('lang', tag);
      },
    });
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(address: Settable<string>) {
    this.#set('src', address);
  }

  get theme(): Theme {
    return wordOf(this, 'theme') ?? 'auto';
  }
  set theme(theme: Settable<Theme>) {
    this.#set('theme', theme);
  }

  get replies(): Replies {
    return wordOf(this, 'replies') ?? 'on';
  }
  set replies(replies: Settable<Replies>) {
    this.#set('replies', replies);
  }

  get loading(): Loading {
    return wordOf(this, 'loading') ?? 'eager';
  }
  set loading(loading: Settable<Loading>) {
    this.#set('loading', loading);
  }

  get headingLevel(): number {
    return headingLevelOf(this) ?? 1;
  }
  set headingLevel(level: Settable<number | string>) {
    this.removeAttribute('headinglevel');
    this.#set('heading-level', level);
  }

  /** The attribute `key`. */
  get publicKey(): string {
    return trustOf(this)?.key ?? '';
  }
  set publicKey(key: Settable<string>) {
    this.removeAttribute('publickey');
    this.removeAttribute('public-key');
    this.#set('key', key);
  }

  get notBefore(): string {
    return this.getAttribute('not-before') ?? this.getAttribute('notbefore') ?? '';
  }
  set notBefore(date: Settable<string>) {
    this.removeAttribute('notbefore');
    this.#set('not-before', date);
  }

  get html(): RawHtml | undefined {
    return wordOf(this, 'html');
  }
  set html(html: Settable<RawHtml>) {
    this.#set('html', html);
  }

  get embeds(): Switch {
    return wordOf(this, 'embeds') ?? 'off';
  }
  set embeds(embeds: Settable<Switch>) {
    this.#set('embeds', embeds);
  }

  /**
   * Takes over the properties that were set before the element was defined. Each of them hides the accessor of its name, so that
   * what is set later would have no effect.
   */
  protected takeOverProperties(): void {
    for (const name of Object.keys(this)) {
      if (!(name in ArticleProperties.prototype)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  #set(attribute: string, value: Settable<string | number>): void {
    if (value === null || value === undefined) this.removeAttribute(attribute);
    else this.setAttribute(attribute, String(value));
  }
}
