import { parts } from '../tree/parts.ts';
import { articleFrom } from './data-attributes.ts';

/**
 * Serves the form of embedding that survives editors which remove scripts and unknown elements:
 * `<div data-broadside-article="…/article.json">` shows the article, now or when it comes into the page.
 */
export function upgradeDivs(): void {
  // In a browser without it, no article can be shown, and each element reports that.
  if (!('MutationObserver' in globalThis)) return;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(upgradeIn);
  }).observe(document, { childList: true, subtree: true });
  upgradeIn(document.documentElement);
}

/**
 * Puts an article into a shadow root of each div, so that the div and its content stay as they are: an editor or a framework that
 * holds them notices nothing. The content is slotted into the article, which shows it until it is there.
 */
function upgradeIn(node: Node): void {
  if (!(node instanceof Element)) return;
  if (node.matches('div[data-broadside-article]') && !node.shadowRoot) {
    const article = articleFrom(node, 'data-broadside-');
    article.setAttribute('exportparts', [...parts, 'input'].join());
    article.append(document.createElement('slot'));
    node.attachShadow({ mode: 'open' }).append(article);
  }
  node.querySelectorAll('div[data-broadside-article]').forEach(upgradeIn);
}
