import type { RawHtml } from '../core/raw-html.ts';

/** The element, as far as a reading asks it. */
export interface Host extends HTMLElement {
  readonly headingLevel: number;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly replies: 'on' | 'off';
  readonly html: RawHtml | undefined;
  readonly embeds: 'on' | 'off';
}
