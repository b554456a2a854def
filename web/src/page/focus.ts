/** Focuses what cannot be focused by itself, for as long as the reader stays on it. */
export function focusOnce(target: HTMLElement): void {
  if (!target.matches('a[href], button, input, textarea')) {
    target.tabIndex = -1;
    target.addEventListener(
      'blur',
      () => {
        target.removeAttribute('tabindex');
      },
      { once: true },
    );
  }
  target.focus({ preventScroll: true });
}
