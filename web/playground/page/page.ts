// The host's page in the playground's frame. It stands for a host's own page, and for the network: the article and the replies come
// from the playground, and everything comes as slowly as the playground wants.

import type {} from '../../src/element/element.ts';
import { transfer } from './network.ts';
import { Pictures } from './pictures.ts';
import { Replies } from './replies.ts';
import { articleName, type News, type Scene } from './scene.ts';

const fetchFromServer = self.fetch.bind(self);
const replies = new Replies();
const pictures = new Pictures();
let scene: Scene | undefined;
let element: HTMLElementTagNameMap['broadside-article'] | undefined;
let began = 0;
let isShown = false;

self.fetch = async (input, init) => {
  const request = new Request(input, init);
  const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
  const speed = scene?.speed ?? 'as-it-is';
  // A line that was slow for the first time would make each change of the text as slow.
  if (name === articleName && isShown) return articleResponse();
  await transfer(speed, scene?.sizes[name] ?? 1_000);
  if (name === articleName) return articleResponse();
  if (name === 'replies') return replies.answer(request);
  return fetchFromServer(input, init);
};

function articleResponse(): Response {
  return new Response(scene?.article ?? '', { headers: { 'content-type': 'application/json' } });
}

function tell(news: News): void {
  parent.postMessage(news, location.origin);
}

async function show(next: Scene): Promise<void> {
  const before = scene;
  scene = next;
  pictures.use(next.files);
  document.documentElement.dir = next.dir;
  document.documentElement.dataset['page'] = next.page;
  if (!before) await showFirst(next);
  if (!element) return;
  setAttributes(element, next.attributes);
  if (isShown && before?.article !== next.article) await showAgain(element);
}

/** Puts the element into the page when the loader would be there; until then the reader sees what stands between its tags. */
async function showFirst({ title, speed, sizes, attributes }: Scene): Promise<void> {
  const link = Object.assign(document.createElement('a'), { href: './', textContent: title });
  document.querySelector('main')?.append(link);
  // Without a network the loader has been kept by the browser, and the article is missing.
  if (speed !== 'lost') await transfer(speed, sizes['broadside.js'] ?? 0);
  began = performance.now();
  element = document.createElement('broadside-article');
  setAttributes(element, { src: articleName, ...attributes });
  element.append(link);
  document.querySelector('main')?.append(element);
  await customElements.whenDefined('broadside-article');
  // The element's own shadow root is there in the next turn.
  setTimeout(() => {
    if (element?.shadowRoot) pictures.watch(element.shadowRoot);
  });
}

async function showAgain(shown: HTMLElementTagNameMap['broadside-article']): Promise<void> {
  const start = performance.now();
  await shown.reload();
  tell({ kind: 'shown', milliseconds: performance.now() - start, first: false });
}

function setAttributes(shown: HTMLElement, attributes: Readonly<Record<string, string>>): void {
  for (const name of shown.getAttributeNames())
    if (name !== 'src' && !(name in attributes)) shown.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
}

addEventListener('broadside:ready', () => {
  if (isShown) return;
  isShown = true;
  tell({ kind: 'shown', milliseconds: performance.now() - began, first: true });
});
addEventListener('broadside:error', ({ detail: { code, where, message } }) => {
  tell({ kind: 'error', code, where, message });
});
addEventListener('message', ({ data, source }: MessageEvent<Scene>) => {
  if (source === parent) void show(data);
});
// The body has to be there for the element.
document.addEventListener('DOMContentLoaded', () => {
  tell({ kind: 'there' });
});
