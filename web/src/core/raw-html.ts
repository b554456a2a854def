/** The mode in which raw HTML in Markdown is treated. */
export type { RawHtml } from '../generated/rules.ts';
