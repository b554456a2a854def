import { readFileSync } from 'node:fs';

export interface Example {
  /** The name of the file and the example's number in it. */
  readonly name: string;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const folder = new URL('../../build/native/_deps/cmark_source-src/test/', import.meta.url);

/** Returns the examples of a file in cmark-gfm's own tests, one of which is GitHub's specification. */
export function cmarkExamples(file: string): Example[] {
  const text = readFileSync(new URL(file, folder), 'utf8').replaceAll('→', '\t');
  const fence = '`'.repeat(32);
  const pattern = new RegExp(`^#{1,6} +(.*)$|^${fence} example.*\\n([^]*?)^\\.\\n([^]*?)^${fence}$`, 'gm');
  const examples: Example[] = [];
  let section = '';
  for (const [, heading, markdown, html] of text.matchAll(pattern)) {
    if (heading !== undefined) section = heading;
    else
      examples.push({
        name: `${file} ${examples.length + 1}`,
        section,
        markdown: markdown ?? '',
        html: html ?? '',
      });
  }
  return examples;
}
