import { noOpener } from '../generated/rules.ts';
import type { Setting } from './setting.ts';
import { tokensOf } from './tokens.ts';

/**
 * Sets what the loader itself decides about a picture. Its address comes last: WebKit asks for a picture as soon as it has one, and
 * once more after each attribute that would change how.
 */
export function pictureAttributes(attributes: Map<string, string>, setting: Setting): void {
  attributes.set('referrerpolicy', setting.referrerPolicy);
  const src = attributes.get('src');
  if (src === undefined) return;
  attributes.delete('src');
  attributes.set('src', src);
}

/**
 * Sets what the loader itself decides about a link. A link of a foreign article opens in a tab of its own, so that the host's page
 * is neither left (a half-written reply is kept) nor replaced by a page that looks like it.
 */
export function linkAttributes(attributes: Map<string, string>, setting: Setting): void {
  const href = attributes.get('href');
  if (href === undefined) return;
  const rel = attributes.get('rel');
  if (rel === undefined) attributes.set('rel', noOpener);
  else if (!tokensOf(rel).includes(noOpener)) attributes.set('rel', `${rel} ${noOpener}`);
  attributes.set('target', setting.origins.foreign && /^https?:/.test(href) ? '_blank' : '_self');
  attributes.set('referrerpolicy', setting.referrerPolicy);
}
