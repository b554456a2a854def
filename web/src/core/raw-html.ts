/** What becomes of raw HTML in Markdown. */
export type { RawHtml } from '../generated/rules.ts';
