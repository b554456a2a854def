import { type Composition, compose } from '../article/compose.ts';
import type { Source } from '../article/source.ts';
import { loadCoreSoon } from '../core/load.ts';
import { Embeds } from '../embeds/embeds.ts';
import { report } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Origins } from '../network/origins.ts';
import { nextFrame } from '../page/frame.ts';
import type { Stage } from '../stage/stage.ts';
import { beginning } from '../tree/beginning.ts';
import type { CheckedElement } from '../tree/check.ts';
import type { Host } from './host.ts';
import type { Words } from './words.ts';

// This many characters are more than fill a high window, so that nothing that the reader sees moves when the rest comes.
const firstSize = 12_000;

/** The options of a painter. */
export interface PainterInit {
  readonly host: Host;
  readonly stage: Stage;
  readonly origins: Origins;
  readonly words: Words;
  /** Calls `show`, which changes what the page shows, and does what belongs around such a change. */
  readonly put: (show: () => void) => void;
  readonly end: AbortSignal;
}

/** Paints an article into the stage, in one language at a time. */
export class Painter {
  /** The article; undefined until it has been fetched. */
  source: Source | undefined;
  readonly #init: PainterInit;
  /** The last painting that was begun: a text may arrive when another is wanted by then. */
  readonly #painting: Latest;
  readonly #embeds = new Embeds();
  #shown: Composition | undefined;

  constructor(init: PainterInit) {
    this.#init = init;
    this.#painting = new Latest(init.end);
  }

  /** The text that is shown; undefined before the first. */
  get shown(): Composition | undefined {
    return this.#shown;
  }

  /**
   * Paints the article in a language, and returns whether it did. If another language is wanted by the time that the text arrives,
   * it neither paints nor fails. Throws a BroadsideError.
   */
  async paint(source: Source, language: string): Promise<boolean> {
    const painting = this.#painting.begin();
    try {
      const composition = await this.#compose(source, language);
      if (!painting.aborted && this.#shown) this.#put(composition);
      else if (!painting.aborted) await this.#putFirst(composition, painting);
    } catch (thrown) {
      if (!painting.aborted) throw thrown;
    }
    return !painting.aborted;
  }

  /** Replaces the facade that was clicked by the player, and focuses it. Returns false if the link is no facade. */
  play(link: HTMLAnchorElement): boolean {
    if (!this.#shown || !this.#embeds.play(this.#init.stage.article.treeOf(link))) return false;
    const paragraph = link.parentElement;
    this.#show(this.#shown);
    if (paragraph?.firstElementChild instanceof HTMLIFrameElement) paragraph.firstElementChild.focus();
    return true;
  }

  /** Paints once more what is shown, in the words that have arrived since. */
  repaint(): void {
    if (this.#shown) this.#put(this.#shown);
  }

  /** A finished tree does not wait for the words around it, except where another text is replaced, whose words would stay. */
  async #compose(source: Source, language: string): Promise<Composition> {
    const { host, origins, words } = this.#init;
    const loaded = words.load(language);
    const composition = await compose(source, {
      language,
      messages: loaded.then(({ messages }) => messages),
      headingLevel: host.headingLevel,
      html: host.html,
      origins,
      core: loadCoreSoon,
      refused: (error) => {
        report(host, error);
      },
    });
    if (this.#shown) await loaded;
    // A plain file may name its language itself, and is then composed with the words of that language.
    return composition.language === language ? composition : this.#compose(source, composition.language);
  }

  #put(composition: Composition): void {
    if (composition.language !== this.#shown?.language) this.#embeds.stop();
    this.#shown = composition;
    this.#init.put(() => {
      this.#show(composition);
    });
  }

  /**
   * Puts the first text into the page. Of a long one the beginning is painted first, and then all the rest at once: the browser finds
   * out anew the styles of what is there with every part, so that many parts together take three times as long.
   */
  async #putFirst(composition: Composition, painting: AbortSignal): Promise<void> {
    const { stage, put } = this.#init;
    this.#shown = composition;
    const whole = this.#treeOf(composition);
    // An article that a server rendered is there already, and taken over as a whole.
    const first = stage.article.declared ? whole : beginning(whole, firstSize);
    put(() => {
      stage.article.show(first);
    });
    if (first === whole) return;
    await nextFrame();
    if (!painting.aborted) this.#put(composition);
  }

  #show(composition: Composition): void {
    this.#init.stage.article.show(this.#treeOf(composition));
  }

  #treeOf({ language, tree }: Composition): CheckedElement {
    const { host, words } = this.#init;
    return host.embeds === 'on' ? this.#embeds.place(tree, words.in(language).messages) : tree;
  }
}
