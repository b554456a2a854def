// esbuild's plugins for the interface's words, which several bundles have.

import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Returns the messages without the notes for translators, and without those that the core has in every language. */
export function minified(path: string): string {
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const kept = Object.entries(messages).filter(([name]) => !/^(?:about$|alert_|footnote_)/.test(name));
  return JSON.stringify(Object.fromEntries(kept));
}

export const messagesForReaders: Plugin = {
  name: 'messages-for-readers',
  setup(bundling) {
    bundling.onLoad({ filter: /\/messages\/[\w-]+\.json$/ }, ({ path }) => ({
      contents: minified(path),
      loader: 'json',
    }));
  },
};

/** Makes the module `broadside-words` of the modules in words/: one for each language, and `names` for those of all. */
export function wordsAsModules(names: readonly string[]): Plugin {
  return {
    name: 'words-as-modules',
    setup(bundling) {
      bundling.onResolve({ filter: /^broadside-words$/ }, ({ path }) => ({ path, namespace: 'words' }));
      bundling.onLoad({ filter: /.*/, namespace: 'words' }, () => ({
        contents: `export default {${names.map((name) => `'${name}': () => import('./words/${name}.js')`).join()}}`,
      }));
      bundling.onResolve({ filter: /^\.\/words\// }, ({ path }) => ({ path, external: true }));
    },
  };
}
