/**
 * Keeps what a reader types in a field from the host's single-key shortcuts, which would act on it. Combinations with Ctrl
 * or Cmd are the page's and the browser's, and pass. Returns nothing to undo: the listeners live and die with `root`.
 */
export function guardKeys(root: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    root.addEventListener(type, (event) => {
      if (isField(event.target) && !isShortcut(event)) event.stopPropagation();
    });
  }
}

/** Enter, while an input method still composes a word, ends the word and not the reply. Safari says so by 229 alone. */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else to know it by
  return event.isComposing || event.keyCode === 229;
}

/** AltGr is Ctrl and Alt at once on Windows, and types characters: `@` on a German keyboard. */
function isShortcut(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
