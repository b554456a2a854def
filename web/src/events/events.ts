import type { ErrorCode } from './error-codes.ts';

/** The details of our events. */
export interface Details {
  /** The article is shown. */
  'broadside:ready': { readonly language: string };
  /** The article is shown in another language. */
  'broadside:language': { readonly language: string };
  /** A reply of this reader was published. */
  'broadside:reply': { readonly id: string };
  /** Something went wrong: what, where (an address or a path in it), and why. */
  'broadside:error': { readonly code: ErrorCode; readonly where: string; readonly message: string };
}

type Events = { [Type in keyof Details]: CustomEvent<Details[Type]> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a list to be added to
  interface GlobalEventHandlersEventMap extends Events {}
}

/** Fires an event of ours at the element; every one leaves the shadow trees above, so that a host can listen anywhere. */
export function fire<Type extends keyof Details>(element: HTMLElement, type: Type, detail: Details[Type]): void {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
