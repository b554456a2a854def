/** What becomes of raw HTML in Markdown. */
export type RawHtml = 'drop' | 'escape' | 'sanitize';
