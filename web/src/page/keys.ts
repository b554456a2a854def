/**
 * Keeps what a reader types in a field from the host's single-key shortcuts, which would act on it. Combinations with Ctrl
 * or Cmd are the page's and the browser's, and pass. There is nothing to undo, because the listeners live as long as `root` does.
 */
export function guardKeys(root: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    root.addEventListener(type, (event) => {
      if (isField(event.target) && !isShortcut(event)) event.stopPropagation();
    });
  }
}

/** Returns whether an input method still composes a word, which Enter then ends. Safari reports that by key code 229 alone. */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else to know it by
  return event.isComposing || event.keyCode === 229;
}

/** Returns whether Ctrl or Cmd is held. On Windows AltGr counts as Ctrl and Alt, but types characters such as `@`. */
function isShortcut(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
