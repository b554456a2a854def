import type { Messages } from '../language/messages.ts';
import type { CheckedElement, CheckedNode } from '../tree/check.ts';
import { facadeOf, frameOf } from './player.ts';
import { type Video, videoAt } from './video.ts';

/**
 * The videos of one article. In the checked tree each is a link alone in its paragraph (`p.embed`). Here it becomes a facade, for
 * which no request is made, and then the provider's frame, once the reader plays it.
 */
export class Embeds {
  /** The names of the videos that play. They still play after the same text is painted again. */
  readonly #playing = new Set<string>();
  readonly #facades = new WeakMap<CheckedElement, string>();

  /** Returns the tree with a facade or a frame for each video. */
  place(tree: CheckedElement, messages: Messages): CheckedElement {
    let count = 0;
    // Recursion is bounded by the check's depth.
    const visit = (node: CheckedElement): CheckedElement => {
      const link = linkOf(node);
      const video = link && videoAt(link.attributes.get('href') ?? '');
      const children = video
        ? [this.#show(link, video, `${++count} ${video.frame}`, messages)]
        : node.children.map((child) => (isElement(child) ? visit(child) : child));
      return { ...node, children };
    };
    return visit(tree);
  }

  /** Lets a video play from the next call of `place` on. Returns false if the element is no facade. */
  play(element: CheckedElement | undefined): boolean {
    const name = element && this.#facades.get(element);
    if (name !== undefined) this.#playing.add(name);
    return name !== undefined;
  }

  stop(): void {
    this.#playing.clear();
  }

  #show(link: CheckedElement, video: Video, name: string, messages: Messages): CheckedElement {
    if (this.#playing.has(name)) return frameOf(link, video);
    const facade = facadeOf(link, video, messages);
    this.#facades.set(facade, name);
    return facade;
  }
}

function isElement(node: CheckedNode | undefined): node is CheckedElement {
  return typeof node === 'object';
}

function linkOf({ name, attributes, children }: CheckedElement): CheckedElement | undefined {
  const [link, ...others] = children;
  const isEmbed = name === 'p' && attributes.get('class') === 'embed' && others.length === 0;
  return isEmbed && isElement(link) && link.name === 'a' ? link : undefined;
}
