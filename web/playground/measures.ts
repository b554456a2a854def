import { byId } from './by-id.ts';
import { loaderSizes } from './loader-facts.ts';
import { inBytes, inMilliseconds, showRows } from './panels.ts';
import type { Answer } from './worker/protocol.ts';

/** The times that it took to show an article on the page, in milliseconds. */
export interface ShownTimes {
  readonly first?: number;
  readonly again?: number;
}

/** Shows how long each step took, and what each file weighs. */
export function showMeasures({ times, gzipped, article = '' }: Answer, shown: ShownTimes): void {
  showRows(byId('times'), [
    ['Read the front matter', inMilliseconds(times.read)],
    ['Look for what is odd', inMilliseconds(times.remarks)],
    ['Render in the core, in all languages', inMilliseconds(times.core)],
    ['Show on the page, the first time', inMilliseconds(shown.first)],
    ['Show on the page, the last change', inMilliseconds(shown.again)],
  ]);
  showRows(byId('weights'), [
    ['article.json, as gzip', inBytes(gzipped)],
    ['article.json, as it is', inBytes(new Blob([article]).size)],
    ['The loader, as Brotli', loaderSize(/^broadside\.js$/)],
    ['The core as WebAssembly, as Brotli', loaderSize(/\.wasm$/)],
    ['The core as JavaScript, as Brotli', loaderSize(/core.*\.js$/)],
  ]);
}

function loaderSize(name: RegExp): string {
  return inBytes(Object.entries(loaderSizes).find(([file]) => name.test(file))?.[1] ?? 0);
}
