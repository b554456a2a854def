import { readFileSync } from 'node:fs';

export interface Article {
  readonly name: string;
  readonly markdown: string;
}

const sources = [
  'examples/publisher/content/about-broadside/en.md',
  'examples/publisher/content/north-korea/en.md',
  'examples/host/notes.md',
  'docs/publishing.md',
  'docs/embedding.md',
  'examples/publisher/content/north-korea/es.md',
  'docs/replies.md',
  'docs/article-json.md',
];

const texts = sources.map((path) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8').replace(/^---\n.*?\n---\n/s, ''),
);
const words = texts.join('\n').match(/\b[a-z]{3,}\b/g) ?? [];

/**
 * The repository's own articles and documents, one after another and then again with other words, up to the given
 * length.
 */
export const articles: readonly Article[] = [2, 50, 200].map((kilobytes) => ({
  name: `${kilobytes} KB`,
  markdown: textOf(kilobytes * 1000),
}));

/** Returns such a text. Two that begin with different rounds have no words in common. */
export function textOf(bytes: number, first = 0): string {
  let text = '';
  for (let round = first; text.length < bytes; round++) {
    for (const source of texts) text += `${reworded(source, round)}\n\n`;
  }
  return text.slice(0, text.lastIndexOf('\n\n', bytes) + 1);
}

/** Returns the same Markdown with other words from the same texts, so that no two parts of a long article are alike. */
function reworded(text: string, round: number): string {
  if (round === 0) return text;
  let next = round * 1009;
  return text.replace(/\b[a-z]{3,}\b/g, (word) => words[next++ % words.length] ?? word);
}
