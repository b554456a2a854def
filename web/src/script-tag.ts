// What the tag says of the article beside its address.
const options = ['html', 'embeds'];

/**
 * The short form of embedding: `<script src="…/broadside.js" data-article="…/article.json">` puts the article after itself.
 * Where an optimiser has moved or rewritten the script, nobody is the current script, and every such tag is served.
 */
export function mountScriptTags(current: HTMLOrSVGScriptElement | null): void {
  const tags = current ? [current] : document.querySelectorAll<HTMLScriptElement>('script[data-article]');
  for (const tag of tags) {
    const article = tag.dataset['article'];
    if (article === undefined || tag.nextElementSibling?.localName === 'broadside-article') continue;
    const element = document.createElement('broadside-article');
    element.setAttribute('src', article);
    for (const option of options) {
      const value = tag.dataset[option];
      if (value !== undefined) element.setAttribute(option, value);
    }
    tag.after(element);
  }
}
