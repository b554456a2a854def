// This is about a window's height, which gives what is fetched time to arrive before the reader does.
const ahead = '600px';

/** Calls `come` once, when the reader has come near the element. */
export function whenNear(element: Element, come: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      come();
    },
    { rootMargin: ahead },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}
