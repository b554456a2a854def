import { isLoader } from '../bundle/address.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { whenParsed } from '../page/parsed.ts';

// What the tag says of the article beside its address.
const options = ['html', 'embeds'];

/**
 * The short form of embedding: `<script src="…/broadside.js" data-article="…/article.json">` puts the article after itself.
 * An optimiser that moves or rewrites the script, and a library that puts HTML into the page (jQuery's `.html()`), run it so
 * that another script is the current one, or none; then every such tag is served that has not been.
 */
export function mountScriptTags(current: HTMLOrSVGScriptElement | null): void {
  const tags = current?.dataset['article'] === undefined ? tagsOfLoader(current !== null) : [current];
  for (const tag of tags) mount(tag);
}

/** Another script may have a `data-article` for itself: where one of those may be the current, only the loader's are ours. */
function tagsOfLoader(byName: boolean): HTMLScriptElement[] {
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[data-article]')];
  return byName ? tags.filter(isLoader) : tags;
}

function mount(tag: HTMLOrSVGScriptElement): void {
  const element = document.createElement('broadside-article');
  element.setAttribute('src', tag.dataset['article'] ?? '');
  for (const option of options) {
    const value = tag.dataset[option];
    if (value !== undefined) element.setAttribute(option, value);
  }
  if (tag.closest('head'))
    whenParsed(() => {
      mountInBody(element);
    });
  else if (tag.nextElementSibling?.localName !== 'broadside-article') tag.after(element);
}

/** Nothing is seen of what stands in the head. */
function mountInBody(element: HTMLElementTagNameMap['broadside-article']): void {
  const { body } = document;
  for (const { localName, attributes } of body.children)
    if (localName === 'broadside-article' && attributes.getNamedItem('src')?.value === element.src) return;
  body.prepend(element);
  const message =
    'this script stands in the head, where nothing can be shown, so the article begins the page; put the script where the article is to stand';
  report(element, new BroadsideError('script', `data-article="${element.src}"`, message));
}
