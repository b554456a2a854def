/**
 * Shows the pictures that were opened with the texts. They are on no server, so the address of each is replaced in the page by one
 * of a blob; the loader compares trees and never the page, and leaves it.
 */
export class Pictures {
  readonly #addresses = new Map<string, string>();
  #files: ReadonlyMap<string, Blob> = new Map();

  use(files: ReadonlyMap<string, Blob>): void {
    if (files === this.#files) return;
    this.#files = files;
    for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }

  watch(root: Node): void {
    const replace = (): void => {
      if (this.#files.size === 0 || !(root instanceof ShadowRoot)) return;
      for (const image of root.querySelectorAll('img')) this.#replace(image);
    };
    new MutationObserver(replace).observe(root, { subtree: true, childList: true, attributeFilter: ['src'] });
    replace();
  }

  #replace(image: HTMLImageElement): void {
    const folder = new URL('./', document.baseURI).href;
    if (!image.src.startsWith(folder)) return;
    const name = decodeURIComponent(image.src.slice(folder.length));
    const file = this.#files.get(name);
    if (!file) return;
    const address = this.#addresses.get(name) ?? URL.createObjectURL(file);
    this.#addresses.set(name, address);
    image.src = address;
  }
}
