import type en from '../../messages/en.json';

/** The words that the loader uses itself or hands to the core. */
export type Messages = Omit<typeof en, 'about' | 'replies_title' | `alert_${string}` | `footnote_${string}`>;

export interface Language {
  readonly messages: Messages;
  readonly direction: 'ltr' | 'rtl';
}
