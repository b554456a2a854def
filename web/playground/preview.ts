import type { News, Scene } from './page/scene.ts';
import type { Policy } from './state/options.ts';

/** The host's page in the playground's frame. It is given one scene at a time: of those that come meanwhile, only the last. */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  #address = '';
  #isThere = false;
  #scene: Scene | undefined;
  #isWaiting = false;

  constructor(frame: HTMLIFrameElement, heard: (news: News) => void) {
    this.#frame = frame;
    addEventListener('message', ({ data, source }: MessageEvent<News>) => {
      if (source !== frame.contentWindow) return;
      if (data.kind === 'there') this.#begin();
      heard(data);
    });
  }

  /** Shows a scene on a page with a policy. Another policy or speed needs another page. */
  show(scene: Scene, policy: Policy): void {
    const changed = this.#scene?.speed !== scene.speed;
    this.#scene = scene;
    this.#isWaiting = true;
    const address = `page/${policy}.html`;
    if (address !== this.#address || changed) this.#load(address);
    else this.#show();
  }

  /** Loads the page anew, as a reader would who comes to it for the first time. */
  reload(): void {
    this.#load(this.#address);
  }

  #load(address: string): void {
    this.#address = address;
    this.#isThere = false;
    // An address set to the frame itself would be another step for the browser's button "Back".
    this.#frame.contentWindow?.location.replace(new URL(address, document.baseURI));
  }

  #begin(): void {
    this.#isThere = true;
    this.#isWaiting = this.#scene !== undefined;
    this.#show();
  }

  #show(): void {
    if (!this.#isThere || !this.#isWaiting) return;
    this.#isWaiting = false;
    this.#frame.contentWindow?.postMessage(this.#scene, location.origin);
  }
}
