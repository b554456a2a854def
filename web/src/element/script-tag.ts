import { isLoader } from '../bundle/address.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { whenParsed } from '../page/parsed.ts';
import { articleFrom } from './data-attributes.ts';

/**
 * Serves the short form of embedding: `<script src="…/broadside.js" data-article="…/article.json">` puts the article after
 * itself. If an optimiser moves or rewrites the script, or a library puts it into the page (jQuery's `.html()`), another script is
 * the current one, or none is; then every such tag is served that has not been served yet.
 */
export function mountScriptTags(current: HTMLOrSVGScriptElement | null): void {
  const tags = current?.dataset['article'] === undefined ? tagsOfLoader(current !== null) : [current];
  for (const tag of tags) mount(tag);
}

/** Returns the tags to serve. Another script may have a `data-article` of its own, so `byName` takes the loader's tags alone. */
function tagsOfLoader(byName: boolean): HTMLScriptElement[] {
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[data-article]')];
  return byName ? tags.filter(isLoader) : tags;
}

function mount(tag: HTMLOrSVGScriptElement): void {
  const element = articleFrom(tag, 'data-');
  if (tag.closest('head'))
    whenParsed(() => {
      mountInBody(element);
    });
  else if (tag.nextElementSibling?.localName !== 'broadside-article') tag.after(element);
}

/** Puts the element at the start of the body, because nothing in the head is seen. */
function mountInBody(element: HTMLElementTagNameMap['broadside-article']): void {
  const { body } = document;
  for (const { localName, attributes } of body.children)
    if (localName === 'broadside-article' && attributes.getNamedItem('src')?.value === element.src) return;
  body.prepend(element);
  const message =
    'this script stands in the head, where nothing can be shown, so the article begins the page; put the script where the article is to stand';
  report(element, new BroadsideError('script', `data-article="${element.src}"`, message));
}
