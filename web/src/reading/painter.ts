import { type Composition, compose } from '../article/compose.ts';
import type { Source } from '../article/source.ts';
import { loadCore } from '../core/load.ts';
import { Embeds } from '../embeds/embeds.ts';
import { report } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Origins } from '../network/origins.ts';
import type { Stage } from '../stage/stage.ts';
import type { Host } from './host.ts';
import type { Words } from './words.ts';

/** What a painter is made with. */
export interface PainterInit {
  readonly host: Host;
  readonly stage: Stage;
  readonly origins: Origins;
  readonly words: Words;
  /** Calls what puts another text, or the text in another state, into the page. */
  readonly put: (show: () => void) => void;
  readonly end: AbortSignal;
}

/** Paints an article into the stage, in one language at a time. */
export class Painter {
  /** The article; undefined until it has come. */
  source: Source | undefined;
  readonly #init: PainterInit;
  /** The painting that was last asked for: a text that was waited for may come when another is wanted. */
  readonly #painting: Latest;
  readonly #embeds = new Embeds();
  #shown: Composition | undefined;

  constructor(init: PainterInit) {
    this.#init = init;
    this.#painting = new Latest(init.end);
  }

  /** What stands in the stage; undefined until something does. */
  get shown(): Composition | undefined {
    return this.#shown;
  }

  /**
   * Paints the article in a language, and returns whether it was painted: it is not, nor does it fail, when another is wanted by
   * then. Throws a BroadsideError.
   */
  async paint(source: Source, language: string): Promise<boolean> {
    const painting = this.#painting.begin();
    try {
      const composition = await this.#compose(source, language);
      if (!painting.aborted) this.#put(composition);
    } catch (thrown) {
      if (!painting.aborted) throw thrown;
    }
    return !painting.aborted;
  }

  /** Puts the player in the place of the facade that was clicked, and the focus into it. False where the link is no facade. */
  play(link: HTMLAnchorElement): boolean {
    if (!this.#shown || !this.#embeds.play(this.#init.stage.article.treeOf(link))) return false;
    const paragraph = link.parentElement;
    this.#show(this.#shown);
    if (paragraph?.firstElementChild instanceof HTMLIFrameElement) paragraph.firstElementChild.focus();
    return true;
  }

  async #compose(source: Source, language: string): Promise<Composition> {
    const { host, origins, words } = this.#init;
    const loaded = words.load(language);
    const composition = await compose(source, {
      language,
      messages: loaded.then(({ messages }) => messages),
      headingLevel: host.headingLevel,
      html: host.html,
      origins,
      core: loadCore,
      refused: (error) => {
        report(host, error);
      },
    });
    await loaded;
    // A plain file that names its language itself gets its words.
    return composition.language === language ? composition : this.#compose(source, composition.language);
  }

  #put(composition: Composition): void {
    if (composition.language !== this.#shown?.language) this.#embeds.stop();
    this.#shown = composition;
    this.#init.put(() => {
      this.#show(composition);
    });
  }

  #show({ language, tree }: Composition): void {
    const { host, stage, words } = this.#init;
    stage.article.show(host.embeds === 'on' ? this.#embeds.place(tree, words.in(language).messages) : tree);
  }
}
