import type { Loader } from './tag.ts';

/** The facts of the loader that lies beside the page, from the build. */
interface LoaderFacts extends Loader {
  /** The bytes of each of its files, as Brotli. */
  readonly sizes: Readonly<Record<string, number>>;
}

// The build sets it. Its address is relative to the page.
declare const LOADER: LoaderFacts;

export const loaderSizes = LOADER.sizes;

/** Returns the loader with its whole address. */
export function loader(): Loader {
  return { src: new URL(LOADER.src, document.baseURI).href, integrity: LOADER.integrity };
}
