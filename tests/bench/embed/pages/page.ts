// The hand-written pages share this code: each fetches the Markdown, and puts the HTML that its library makes of it into its article
// element.

const place = document.querySelector<HTMLElement>('[data-src]');

export async function fetchMarkdown(): Promise<string> {
  return (await fetch(place?.dataset['src'] ?? '')).text();
}

export function show(html: string): void {
  if (place) place.innerHTML = html;
}
