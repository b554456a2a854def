import type { RawHtml } from '../core/raw-html.ts';
import { isHeadingLevel, wordOf } from './attributes.ts';

// A server that renders pages has no document; importing this module there does nothing.
const Base =
  (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** The element's attributes as properties. If an attribute is missing or wrong, its property has the default value. */
export class ArticleProperties extends Base {
  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(address: string) {
    this.setAttribute('src', address);
  }

  get theme(): 'auto' | 'light' | 'dark' {
    return wordOf(this, 'theme') ?? 'auto';
  }
  set theme(theme: 'auto' | 'light' | 'dark') {
    this.setAttribute('theme', theme);
  }

  get replies(): 'on' | 'off' {
    return wordOf(this, 'replies') ?? 'on';
  }
  set replies(replies: 'on' | 'off') {
    this.setAttribute('replies', replies);
  }

  get loading(): 'eager' | 'lazy' {
    return wordOf(this, 'loading') ?? 'eager';
  }
  set loading(loading: 'eager' | 'lazy') {
    this.setAttribute('loading', loading);
  }

  get headingLevel(): number {
    const level = this.getAttribute('heading-level') ?? '';
    return isHeadingLevel(level) ? Number(level) : 1;
  }
  set headingLevel(level: number) {
    this.setAttribute('heading-level', String(level));
  }

  get html(): RawHtml | undefined {
    return wordOf(this, 'html');
  }
  set html(html: RawHtml | undefined) {
    if (html === undefined) this.removeAttribute('html');
    else this.setAttribute('html', html);
  }

  get embeds(): 'on' | 'off' {
    return wordOf(this, 'embeds') ?? 'off';
  }
  set embeds(embeds: 'on' | 'off') {
    this.setAttribute('embeds', embeds);
  }
}
