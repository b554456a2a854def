import type { RawHtml } from '../core/raw-html.ts';

/** The part of the element's interface that a reading uses. */
export interface Host extends HTMLElement {
  readonly headingLevel: number;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly replies: 'on' | 'off' | 'link';
  readonly html: RawHtml | undefined;
  readonly embeds: 'on' | 'off';
}
