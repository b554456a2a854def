import { attributes } from './attributes.ts';

/**
 * Makes an article of what another element says in attributes of its own: the names of ours behind a prefix, but `article` in place
 * of `src`.
 */
export function articleFrom(source: Element, prefix: string): HTMLElementTagNameMap['broadside-article'] {
  const article = document.createElement('broadside-article');
  for (const attribute of attributes) {
    const value = source.getAttribute(prefix + (attribute === 'src' ? 'article' : attribute));
    if (value !== null) article.setAttribute(attribute, value);
  }
  return article;
}
