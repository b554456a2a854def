import type { Origins } from '../network/origins.ts';
import type { Trust } from './signature.ts';
import { fetchArticle, type Source } from './source.ts';

interface Shared {
  readonly source: Promise<Source>;
  readonly end: AbortController;
  readonly readers: Set<AbortSignal>;
}

const shared = new Map<string, Shared>();

/**
 * Fetches the article at `src`, once for all elements of the page that show it at the same time. It is forgotten when the last of
 * them has gone, which their signals say, or at once if it could not be fetched; the next call then fetches it again. Elements
 * that require different signatures share nothing.
 */
export async function shareArticle(src: URL, origins: Origins, signal: AbortSignal, trust?: Trust): Promise<Source> {
  signal.throwIfAborted();
  const name = JSON.stringify([src, trust]);
  const there = shared.get(name);
  const one = there && !there.readers.has(signal) ? there : begin(name, src, origins, trust);
  one.readers.add(signal);
  signal.addEventListener('abort', () => {
    one.readers.delete(signal);
    if (one.readers.size > 0) return;
    forget(name, one);
    one.end.abort(signal.reason);
  });
  const source = await one.source;
  signal.throwIfAborted();
  return source;
}

function begin(name: string, src: URL, origins: Origins, trust: Trust | undefined): Shared {
  const end = new AbortController();
  const one = { source: fetchArticle(src, origins, end.signal, trust), end, readers: new Set<AbortSignal>() };
  shared.set(name, one);
  one.source.catch(() => {
    forget(name, one);
  });
  return one;
}

function forget(name: string, one: Shared): void {
  if (shared.get(name) === one) shared.delete(name);
}
