import { fragmentOf } from '../network/address.ts';
import { focusOnce } from '../page/focus.ts';
import { scrollPosition } from '../page/scroll-anchor.ts';

/**
 * Returns the fragment of the page's address if it can name a place in an article or among its replies. The host's own anchors take
 * precedence; what stands between the tags of `element` is none of them.
 */
export function linkedPlace(element: Element): string | undefined {
  const id = fragmentOf(location);
  const anchors = [document.getElementById(id) ?? element, ...document.getElementsByName(id)];
  return /^(article|reply)-./.test(id) && anchors.every((one) => element.contains(one)) ? id : undefined;
}

/**
 * A link to a place in an article or among its replies. Browsers look for it in the page alone, and before the article is there, so
 * that the loader goes there when the place has been painted, except if the reader has scrolled in the meantime.
 */
export class DeepLink {
  readonly #root: ShadowRoot;
  #place: string | undefined;
  /** The distance by which the page had been scrolled when the link was followed: 0 when the page was opened. */
  #position = 0;

  constructor(root: ShadowRoot) {
    this.#root = root;
    this.#place = linkedPlace(root.host);
  }

  /** Reads the page's address, which has changed. */
  read(): void {
    this.#place = linkedPlace(this.#root.host);
    this.#position = scrollPosition(this.#root.host);
  }

  /** Returns whether a reply is linked that has not been reached. */
  leadsToReply(): boolean {
    return this.#place?.startsWith('reply-') === true;
  }

  /** Returns the id of the reply that is linked, if one is. */
  get reply(): string {
    return this.#place?.split('-')[1] ?? '';
  }

  /** Goes to the place if it has been painted. */
  follow(): void {
    const target = this.#place === undefined ? null : this.#root.getElementById(this.#place);
    if (!target) return;
    this.#place = undefined;
    if (scrollPosition(this.#root.host) !== this.#position) return;
    target.scrollIntoView({ behavior: 'instant' });
    // The keyboard continues from there, unless the reader is typing elsewhere.
    if (document.activeElement?.matches('body, a')) focusOnce(target);
  }
}
