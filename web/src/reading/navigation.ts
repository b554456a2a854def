import type { Part } from '../lifetime/part.ts';
import { isSamePage, parseAddress } from '../network/address.ts';
import { isEverythingStored } from '../page/storage.ts';
import type { Stage } from '../stage/stage.ts';
import type { LanguageSwitch } from './language-switch.ts';
import { goTo, isPlainClick, linkOf, watchIntent } from './links.ts';
import type { Painter } from './painter.ts';

/** The options of navigation. */
export interface NavigationInit {
  readonly stage: Stage;
  readonly painter: Painter;
  readonly languages: LanguageSwitch;
  readonly end: AbortSignal;
}

/** Follows the links that lead to something in the element itself: a language, a fragment of the text, a video. */
export class Navigation implements Part {
  readonly #init: NavigationInit;

  constructor(init: NavigationInit) {
    this.#init = init;
  }

  connect(): void {
    const { stage, languages, end } = this.#init;
    stage.box.addEventListener('click', this.#click, { signal: end });
    const prefetch = (link: HTMLAnchorElement): void => {
      const language = this.#languageOf(link);
      if (language !== undefined && !this.#isPublishersPage()) languages.prefetch(language);
    };
    watchIntent(stage.box, prefetch, end);
  }

  readonly #click = (event: MouseEvent): void => {
    const { painter, languages } = this.#init;
    const link = linkOf(event);
    if (!link || !isPlainClick(event) || event.defaultPrevented) return;
    const language = this.#languageOf(link);
    if (language !== undefined && this.#isPublishersPage()) {
      languages.keep(language);
      return;
    }
    const target = this.#targetOf(link);
    if (painter.play(link)) event.preventDefault();
    else if (language !== undefined) {
      event.preventDefault();
      void languages.switchTo(language);
    } else if (target) {
      event.preventDefault();
      goTo(target);
    }
  };

  /**
   * Returns whether this is the publisher's own page for the text that is shown. There a switch follows its link, so that the
   * page's address, title and language are those of the text. What a reader has written is found again on the next page, except
   * if the browser stores nothing.
   */
  #isPublishersPage(): boolean {
    const page = this.#init.painter.shown?.setting.page;
    return page !== undefined && isSamePage(page, new URL(location.href)) && isEverythingStored();
  }

  /** Returns the language that a link of the switch, the menu or the note leads to, if the article has it. */
  #languageOf(link: HTMLAnchorElement): string | undefined {
    const { painter, stage } = this.#init;
    const { article } = stage;
    const around = link.closest('.switch, .languages, .translation');
    const language = article.treeOf(around) && article.treeOf(link)?.attributes.get('hreflang');
    if (language === undefined || painter.source?.kind !== 'article') return undefined;
    return painter.source.envelope.translations.has(language) ? language : undefined;
  }

  /** Returns the element of the text itself that a link points to. */
  #targetOf(link: HTMLAnchorElement): HTMLElement | null {
    const { painter, stage } = this.#init;
    const address = parseAddress(link.href, document.baseURI);
    const fragment = address && painter.shown?.setting.fragment(address);
    return fragment === undefined ? null : stage.root.getElementById(fragment);
  }
}
