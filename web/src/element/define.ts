import { BroadsideArticle } from './element.ts';

const name = 'broadside-article';

/** Defines the element. A page may hold the script tag twice: the second call does nothing. */
export function define(): void {
  if (!customElements.get(name)) customElements.define(name, BroadsideArticle);
}
