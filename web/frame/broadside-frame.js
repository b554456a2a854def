/*
 * The script of embed.html, the page of an article for an iframe on any site. It speaks the language of WordPress's
 * embeds: it tells the page around it how high the article is, and opens links outside of the frame.
 *
 * A page that names its frames by a secret, embed.html#?secret=…, finds the secret in each message. The messages go to
 * whatever page is around, since they hold nothing that it could not know.
 */
'use strict';

/** @type {string | undefined} */
let secret;

/**
 * @param {'height' | 'link'} message
 * @param {number | string} value
 */
function tell(message, value) {
  // The address changes: WordPress adds the secret when the frame is there, and a link within the text replaces it.
  secret = /[?&]secret=([a-zA-Z0-9]+)/.exec(location.hash)?.[1] ?? secret;
  parent.postMessage({ message, value, secret }, '*');
}

function tellHeight() {
  tell('height', Math.ceil(document.documentElement.getBoundingClientRect().height));
}

/** @param {string} address */
function withoutFragment(address) {
  return address.replace(/#.*/, '');
}

// A sandbox without allow-same-origin gives the frame an origin of its own.
const isSandboxed = origin === 'null';

/**
 * Opens a link in a tab of its own. WordPress's sandbox forbids that, but its page goes to an address of the frame's site
 * when it is told to.
 *
 * @param {MouseEvent} event
 */
function follow(event) {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (event.defaultPrevented || !link || withoutFragment(link.href) === withoutFragment(location.href)) return;
  link.target = '_blank';
  if (!isSandboxed || secret === undefined || link.host !== location.host) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  tell('link', link.href);
}

if (parent !== window) {
  // WordPress hides the frame until it has told its height, and Chromium observes no sizes in a frame that nobody sees.
  tellHeight();
  addEventListener('load', tellHeight);
  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener('hashchange', tellHeight);
  addEventListener('message', (/** @type {MessageEvent<{ message?: unknown } | null>} */ { source, data }) => {
    if (source === parent && data?.message === 'ready') tellHeight();
  });
  addEventListener('click', follow);
}

// In a sandbox nothing can be stored, so that a half-written reply would be lost. There a link to the replies has to do.
if (!isSandboxed) document.querySelector('broadside-article')?.removeAttribute('replies');
