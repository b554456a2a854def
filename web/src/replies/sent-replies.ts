import type { Fields } from '../core/requests.ts';
import type { Kept } from './answers.ts';

/** The circumstances in which a reply was sent. */
export interface Submission {
  /** The content of the form's fields. */
  readonly typed: Fields;
  /** The language of the text that it was sent to. */
  readonly language: string;
}

/** A reply that an element on this page has sent. */
export interface SentReply extends Kept, Submission {
  /** The key of the form that it was written in. */
  readonly form: string;
}

type Listener = (sent: SentReply) => void;

/** The listeners of each endpoint's conversations on this page, which may show an article twice. */
const listeners = new Map<string, Set<Listener>>();

/** Calls the listener for every reply that somebody else on this page sends there, until the signal ends it. */
export function onSentReply(endpoint: URL, listener: Listener, signal: AbortSignal): void {
  const together = listeners.get(endpoint.href) ?? new Set();
  listeners.set(endpoint.href, together.add(listener));
  signal.addEventListener('abort', () => {
    together.delete(listener);
    if (together.size === 0 && listeners.get(endpoint.href) === together) listeners.delete(endpoint.href);
  });
}

/** Calls all listeners of the endpoint but the sender's own. */
export function announceSentReply(endpoint: URL, sent: SentReply, sender: Listener): void {
  for (const listener of [...(listeners.get(endpoint.href) ?? [])]) if (listener !== sender) listener(sent);
}
