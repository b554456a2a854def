/** Yields the element and everything it is drawn in, from the inside out, through slots and out of shadow trees. */
export function* selfAndAncestors(element: Element): Iterable<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    const above: Node | null = node instanceof ShadowRoot ? node.host : node.parentNode;
    node = (node instanceof Element && node.assignedSlot) || above;
  }
}
