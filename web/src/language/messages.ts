import type en from '../../messages/en.json';

/** What the loader says itself, and what it hands to the core. */
export type Messages = Omit<typeof en, 'about' | 'replies_title' | `alert_${string}` | `footnote_${string}`>;

export interface Language {
  readonly messages: Messages;
  readonly direction: 'ltr' | 'rtl';
}
