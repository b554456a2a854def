import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import * as md4wFast from 'md4w-fast';
import * as md4wSmall from 'md4w-small';
import { micromark } from 'micromark';

export interface Peer {
  readonly name: string;
  /** The HTML is safe if it may go into a page as it is. */
  readonly safe: boolean;
  readonly html: (markdown: string) => string;
}

export interface Md4wFiles {
  readonly small: Uint8Array<ArrayBuffer>;
  readonly fast: Uint8Array<ArrayBuffer>;
}

/** Other programs that make HTML of Markdown, each used as its documentation says. */
export async function startPeers(md4w: Md4wFiles): Promise<readonly Peer[]> {
  md4wSmall.initWasm(await WebAssembly.compile(md4w.small));
  md4wFast.initWasm(await WebAssembly.compile(md4w.fast));
  const markdownIt = new MarkdownIt({ html: true });
  const parser = new Parser();
  const renderer = new HtmlRenderer({ safe: true });
  return [
    { name: 'marked', safe: false, html: (markdown) => marked.parse(markdown, { async: false }) },
    { name: 'markdown-it', safe: false, html: (markdown) => markdownIt.render(markdown) },
    { name: 'md4w small', safe: false, html: (markdown) => md4wSmall.mdToHtml(markdown) },
    { name: 'md4w fast', safe: false, html: (markdown) => md4wFast.mdToHtml(markdown) },
    { name: 'micromark', safe: true, html: (markdown) => micromark(markdown) },
    { name: 'commonmark.js', safe: true, html: (markdown) => renderer.render(parser.parse(markdown)) },
  ];
}
