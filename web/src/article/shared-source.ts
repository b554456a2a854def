import type { Origins } from '../network/origins.ts';
import { fetchArticle, type Source } from './source.ts';

interface Shared {
  readonly source: Promise<Source>;
  readonly end: AbortController;
  readonly readers: Set<AbortSignal>;
}

const shared = new Map<string, Shared>();

/**
 * Fetches the article at `src`, once for all elements of the page that show it at the same time. It is forgotten when the last of
 * them has gone, which their signals say, or at once if it could not be fetched; the next call then fetches it again.
 */
export async function shareArticle(src: URL, origins: Origins, signal: AbortSignal): Promise<Source> {
  signal.throwIfAborted();
  const { href } = src;
  const there = shared.get(href);
  const one = there && !there.readers.has(signal) ? there : begin(src, origins);
  one.readers.add(signal);
  signal.addEventListener('abort', () => {
    one.readers.delete(signal);
    if (one.readers.size > 0) return;
    forget(href, one);
    one.end.abort(signal.reason);
  });
  const source = await one.source;
  signal.throwIfAborted();
  return source;
}

function begin(src: URL, origins: Origins): Shared {
  const end = new AbortController();
  const one = { source: fetchArticle(src, origins, end.signal), end, readers: new Set<AbortSignal>() };
  shared.set(src.href, one);
  one.source.catch(() => {
    forget(src.href, one);
  });
  return one;
}

function forget(href: string, one: Shared): void {
  if (shared.get(href) === one) shared.delete(href);
}
