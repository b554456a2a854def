/**
 * Defines in the page the function `computedStyles`, which returns the computed styles of elements, and of what is generated before
 * and after them, each as a line under the name that `nameOf` gives. A line has what differs from the parent, to be short.
 */
export function defineComputedStyles(): void {
  // These say the same as others in this direction of writing. Custom properties show in what they are used for.
  const doubled = /^(block|inline)-size$|-(block|inline)(-|$)|^border-(start|end)-|-origin$|^-webkit-|^--/;
  const stylesOf = (element: Element, pseudo: string): Map<string, string> => {
    const style = getComputedStyle(element, pseudo);
    return new Map(
      [...style].filter((name) => !doubled.test(name)).map((name) => [name, style.getPropertyValue(name)]),
    );
  };
  const computedStyles = (
    elements: readonly Element[],
    nameOf: (element: Element, i: number) => string,
    skipped: RegExp,
  ): Record<string, string> => {
    const known = new Map<Element | null, Map<string, string>>();
    const lines: Record<string, string> = {};
    const note = (name: string, styles: Map<string, string>, above: Map<string, string> | undefined): void => {
      for (const [property, value] of styles)
        if (!skipped.test(property) && above?.get(property) !== value) lines[`${name}: ${property}`] = value;
    };
    for (const [i, element] of elements.entries()) {
      const styles = stylesOf(element, '');
      known.set(element, styles);
      note(nameOf(element, i), styles, known.get(element.parentElement));
      for (const pseudo of ['::before', '::after']) {
        if (getComputedStyle(element, pseudo).content === 'none') continue;
        note(nameOf(element, i) + pseudo, stylesOf(element, pseudo), styles);
      }
    }
    return lines;
  };
  Object.assign(globalThis, { computedStyles });
}

declare global {
  var computedStyles: (
    elements: readonly Element[],
    nameOf: (element: Element, i: number) => string,
    skipped: RegExp,
  ) => Record<string, string>;
}
