/** Returns the folder with the loader's files, if a `data-broadside-base` on any script element states it, as it is written there. */
export function statedBase(): string | undefined {
  return document.querySelector<HTMLElement>('script[data-broadside-base]')?.dataset['broadsideBase'];
}
