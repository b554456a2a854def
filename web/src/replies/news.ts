import type { Fields } from '../core/requests.ts';
import type { Kept } from './answers.ts';

/** How a reply was sent. */
export interface Sent {
  /** What the form's fields held. */
  readonly typed: Fields;
  /** The language of the text that it was sent to. */
  readonly language: string;
}

/** A reply that an element on this page has sent. */
export interface News extends Kept, Sent {
  /** The key of the form that it was written in. */
  readonly form: string;
}

type Listener = (news: News) => void;

/** The listeners of each endpoint's conversations on this page, which may show an article twice. */
const listeners = new Map<string, Set<Listener>>();

/** Calls the listener for every reply that somebody else on this page sends there, until the signal ends it. */
export function hearNews(endpoint: URL, listener: Listener, signal: AbortSignal): void {
  const together = listeners.get(endpoint.href) ?? new Set();
  listeners.set(endpoint.href, together.add(listener));
  signal.addEventListener('abort', () => {
    together.delete(listener);
    if (together.size === 0 && listeners.get(endpoint.href) === together) listeners.delete(endpoint.href);
  });
}

/** Calls all listeners of the endpoint but the teller's own. */
export function tellNews(endpoint: URL, news: News, teller: Listener): void {
  for (const listener of [...(listeners.get(endpoint.href) ?? [])]) if (listener !== teller) listener(news);
}
