/** An element that holds more elements than this holds the rest of a page, not a stand-in for an article. */
const mostElements = 200;
/** The elements that an article's stand-in does not hold, but the rest of a page does. */
const namesOutsideArticles = ['broadside-article', 'script', 'footer', 'h1'];

/** Returns whether the whole article stands between the tags, as on the publisher's own pages. */
export function isWholeArticle(element: Element): boolean {
  return element.querySelector(':scope > .broadside > article') !== null;
}

/**
 * Returns what shows that the tag was closed by `/>`: HTML ignores that, and takes the rest of the page for what stands between
 * the tags. It is undefined if all is well. An article of the host's own may stand there, with its headline and its footer.
 */
export function signOfMissingEnd(element: Element): string | undefined {
  if (isWholeArticle(element)) return undefined;
  const foreign = namesOutsideArticles.find((name) =>
    [...element.querySelectorAll(name)].some((one) => !isInArticle(one, element)),
  );
  if (foreign !== undefined) return `<${foreign}>`;
  const count = element.getElementsByTagName('*').length;
  return count > mostElements && !element.querySelector(':scope > article') ? `${count} elements` : undefined;
}

function isInArticle(one: Element, element: Element): boolean {
  const article = one.closest('article');
  return article !== null && element.contains(article);
}
