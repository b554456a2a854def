/** Returns the value of the first of these attributes that an element has. A property may have several, one for each way to write it. */
export function firstAttribute(element: Element, names: readonly string[]): string | undefined {
  const name = names.find((name) => element.hasAttribute(name));
  return name === undefined ? undefined : (element.getAttribute(name) ?? undefined);
}
