import { BroadsideArticle } from './element.ts';

const name = 'broadside-article';

/** Safe to call again, as when a page holds the script tag twice. */
export function define(): void {
  if (!customElements.get(name)) customElements.define(name, BroadsideArticle);
}
