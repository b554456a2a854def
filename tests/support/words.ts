import { existsSync, readFileSync } from 'node:fs';

/** Returns the interface's messages in exactly that language, or the English ones. */
export function wordsFor(language: string): Readonly<{ language: string; skip: string }> {
  const file = (tag: string): URL => new URL(`../../web/messages/${tag}.json`, import.meta.url);
  const own = file(language);
  return JSON.parse(readFileSync(existsSync(own) ? own : file('en'), 'utf8')) as { language: string; skip: string };
}
