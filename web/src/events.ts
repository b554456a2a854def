/** Fires an event of ours at the element; every one leaves the shadow trees above, so that a host can listen anywhere. */
export function fire(element: HTMLElement, type: `broadside:${string}`, detail: object): void {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
