/*
 * Shows the numbers of replies on a list of articles: in each element with data-broadside-replies="ID" the number of
 * those to the article with that id. An element keeps its text if the server does not answer.
 *
 *   <script src="https://replies.example/broadside-counts.js" defer></script>
 *   <a href="/my-article">Replies: <span data-broadside-replies="my-article">–</span></a>
 */
'use strict';

{
  const script = document.currentScript;
  const elements = [...document.querySelectorAll('[data-broadside-replies]')];
  const idOf = (/** @type {Element} */ element) => element.getAttribute('data-broadside-replies') ?? '';
  const ids = [...new Set(elements.map(idOf))];

  /** @param {string[]} some */
  const show = async (some) => {
    const address = new URL('v1/counts', script instanceof HTMLScriptElement ? script.src : location.href);
    for (const id of some) address.searchParams.append('article', id);
    const response = await fetch(address, { credentials: 'omit' });
    if (!response.ok) return;
    const answer = /** @type {Promise<{ counts: Record<string, number> }>} */ (response.json());
    const { counts } = await answer;
    for (const element of elements)
      if (some.includes(idOf(element))) element.textContent = String(counts[idOf(element)] ?? 0);
  };

  // The server takes 100 ids at a time.
  for (let begin = 0; begin < ids.length; begin += 100) void show(ids.slice(begin, begin + 100)).catch(() => undefined);
}
