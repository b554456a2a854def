import { type Composition, compose } from '../article/compose.ts';
import { shareArticle } from '../article/shared-source.ts';
import type { Source } from '../article/source.ts';
import { loadCore } from '../core/load.ts';
import type { RawHtml } from '../core/raw-html.ts';
import { Embeds } from '../embeds/embeds.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { fire } from '../events/events.ts';
import { announcementOf } from '../language/change.ts';
import { chooseLanguage, isStated, languageAround, storedLanguage, storeLanguage } from '../language/choice.ts';
import type { Language } from '../language/messages.ts';
import { languageFor, loadLanguage } from '../language/words.ts';
import { isSamePage, parseAddress } from '../network/address.ts';
import { Origins } from '../network/origins.ts';
import { isBackdropDark, watchBackdrop } from '../page/backdrop.ts';
import { isInWindow, keepPlace, type Place, placeAmong, placeOf, topOfView } from '../page/place.ts';
import { isEverythingStored } from '../page/storage.ts';
import { Discussion } from '../replies/discussion.ts';
import { isWholeArticle } from '../stage/fallback.ts';
import type { Stage } from '../stage/stage.ts';
import type { CheckedElement } from '../tree/check.ts';
import type { Setting } from '../tree/setting.ts';
import { goTo, isPlainClick, linkOf, watchIntent } from './links.ts';
import { LanguageMenu } from './menu.ts';
import { Progress } from './progress.ts';

/** The element, as far as a reading asks it. */
interface Host extends HTMLElement {
  readonly headingLevel: number;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly replies: 'on' | 'off';
  readonly html: RawHtml | undefined;
  readonly embeds: 'on' | 'off';
}

/** What is painted: a tree as it was checked, in a language, for a place. */
interface Shown {
  readonly language: string;
  readonly setting: Setting;
  readonly tree: CheckedElement;
  readonly title: string;
}

/** One article being read in one element: fetched, painted in a language, and replied to. It ends with `dispose`. */
export class Reading {
  readonly #element: Host;
  readonly #stage: Stage;
  readonly #src: URL;
  readonly #origins: Origins;
  readonly #end = new AbortController();
  /** Whether the first painting came to something. */
  #begun: Promise<boolean> = Promise.resolve(false);
  #source: Source | undefined;
  /** What the reader chose here; it holds until the host says something else. */
  #chosen: string | undefined;
  #shown: Shown | undefined;
  readonly #embeds = new Embeds();
  readonly #menu: LanguageMenu;
  readonly #progress: Progress;
  #discussion: Discussion | undefined;
  // A text that was waited for may come when another is wanted: only the last painting is completed.
  #paintings = 0;

  constructor(element: Host, stage: Stage, src: URL) {
    this.#element = element;
    this.#stage = stage;
    this.#src = src;
    this.#origins = new Origins(location.origin, src.origin);
    const { signal } = this.#end;
    this.#menu = new LanguageMenu(stage.box, stage.article, signal);
    this.#progress = new Progress(stage);
    const click = (event: MouseEvent): void => {
      this.#click(event);
    };
    stage.box.addEventListener('click', click, { signal });
    const prefetch = (link: HTMLAnchorElement): void => {
      const language = this.#languageOf(link);
      if (language !== undefined && !this.#isPublishersPage()) this.#prefetch(language);
    };
    watchIntent(stage.box, prefetch, signal);
    const look = (): void => {
      stage.isDark = element.theme === 'auto' ? isBackdropDark(element) : element.theme === 'dark';
    };
    watchBackdrop(element, look, signal);
    look();
  }

  async begin(): Promise<void> {
    this.#begun = this.#paintFirst();
    if (await this.#begun) await this.#discuss();
  }

  /** The host changed an attribute other than `src`. */
  async adapt(attribute: string): Promise<void> {
    // One is watched with all that has a colour, the other is over.
    if (attribute === 'theme' || attribute === 'loading') return;
    if (attribute === 'lang') this.#chosen = undefined;
    if (!(await this.#begun) || !this.#source) return;
    if (attribute === 'replies') await this.#discuss();
    else await this.#turnTo(this.#choose(this.#source));
  }

  dispose(): void {
    this.#end.abort();
    this.#progress.end();
    this.#discussion?.close();
    this.#stage.showFallback();
  }

  async #paintFirst(): Promise<boolean> {
    this.#speak();
    // Most readers find the article in the language that they read.
    void this.#learn();
    try {
      this.#source = await shareArticle(this.#src, this.#origins, this.#end.signal);
      await this.#paintWhatThereIs(this.#source);
    } catch (thrown) {
      if (!this.#end.signal.aborted) await this.#fail(BroadsideError.from(thrown, 'article', this.#src.href));
      return false;
    }
    if (!this.#shown) return false;
    fire(this.#element, 'broadside:ready', { language: this.#shown.language });
    return true;
  }

  /** In the language that is wanted, or where that cannot be had, in the article's default. */
  async #paintWhatThereIs(source: Source): Promise<void> {
    const language = this.#choose(source);
    try {
      await this.#paint(source, language);
    } catch (thrown) {
      if (source.kind !== 'article' || language === source.envelope.defaultLanguage) throw thrown;
      await this.#paint(source, source.envelope.defaultLanguage);
      this.#failToTurn(language, thrown);
    }
  }

  async #fail(error: BroadsideError): Promise<void> {
    report(this.#element, error);
    const { error_article, error_retry } = (await this.#learn()).messages;
    if (this.#end.signal.aborted) return;
    this.#speak();
    // Nothing is missing for who can read the article all the same, with its link to the replies and its form.
    if (isWholeArticle(this.#element)) this.#stage.showFallback();
    else this.#stage.showFailure(error_article, { label: error_retry, run: () => void this.begin() });
  }

  #choose(source: Source): string {
    const attribute = this.#chosen ?? this.#element.getAttribute('lang');
    // Nobody says which language a plain Markdown file is in, but perhaps the host.
    if (source.kind === 'markdown') return attribute ?? '';
    const wishes = {
      attribute,
      stored: storedLanguage(this.#src.origin),
      page: languageAround(this.#element),
      browser: navigator.languages,
    };
    return chooseLanguage(wishes, [...source.envelope.translations.keys()], source.envelope.defaultLanguage);
  }

  /** Whether it was painted: it is not, nor does it fail, when another is wanted by then. */
  async #paint(source: Source, language: string): Promise<boolean> {
    const painting = ++this.#paintings;
    const isWanted = (): boolean => painting === this.#paintings && !this.#end.signal.aborted;
    try {
      const composition = await this.#compose(source, language);
      if (!isWanted()) return false;
      this.#put(composition);
      return true;
    } catch (thrown) {
      if (isWanted()) throw thrown;
      return false;
    }
  }

  async #compose(source: Source, language: string): Promise<Composition> {
    const learnt = this.#learn(language);
    const composition = await compose(source, {
      language,
      messages: learnt.then(({ messages }) => messages),
      headingLevel: this.#element.headingLevel,
      html: this.#element.html,
      origins: this.#origins,
      core: loadCore,
      refused: (error) => {
        report(this.#element, error);
      },
    });
    await learnt;
    // A plain file that names its language itself gets its words.
    return composition.language === language ? composition : this.#compose(source, composition.language);
  }

  #put({ language, tree, setting, title }: Composition): void {
    if (language !== this.#shown?.language) this.#embeds.stop();
    this.#shown = { language, setting, tree, title };
    keepPlace(this.#stage.box, this.#placeOfReader(), () => {
      this.#show(language, tree);
      this.#speak();
      this.#stage.showBox();
    });
  }

  #show(language: string, tree: CheckedElement): void {
    const embedded = this.#element.embeds === 'on';
    this.#stage.article.show(embedded ? this.#embeds.place(tree, this.#interface(language).messages) : tree);
  }

  /** Another language, or another place for the same. Whether it is shown: what is there stays where that fails. */
  async #turnTo(language: string): Promise<boolean> {
    const before = this.#shown?.language;
    if (!this.#source) return false;
    this.#progress.wait(this.#interface(before).messages.language_loading);
    try {
      if (!(await this.#paint(this.#source, language))) return false;
    } catch (thrown) {
      this.#failToTurn(language, thrown);
      return false;
    }
    this.#progress.end();
    const now = this.#shown?.language;
    if (now !== undefined && now !== before) {
      this.#stage.announce(announcementOf(now, this.#interface(now)));
      fire(this.#element, 'broadside:language', { language: now });
    }
    return true;
  }

  /** Says so in the language that is shown. */
  #failToTurn(language: string, thrown: unknown): void {
    report(this.#element, BroadsideError.from(thrown, 'article', this.#src.href));
    const { language_failed, error_retry } = this.#interface(this.#shown?.language).messages;
    const run = (): void => {
      void this.#switchTo(language);
      // What was pressed is gone.
      this.#switch()?.focus({ preventScroll: true });
    };
    this.#progress.fail(language_failed, { label: error_retry, run });
  }

  /** What the reader turns to another language with. */
  #switch(): HTMLElement | null | undefined {
    return this.#stage.article.element?.querySelector<HTMLElement>('.languages summary, .switch a');
  }

  /** The text and the interface's words. Whether they came shows when they are asked for. */
  #prefetch(language: string): void {
    if (this.#source?.kind === 'article') this.#source.translations.prefetch(language);
    loadLanguage(this.#rangesFor(language)).catch(() => {});
  }

  /** Says the interface's words in the language that is shown, or before that in the page's. */
  #speak(): void {
    const language = this.#interface(this.#shown?.language);
    this.#stage.speak(language);
    if (this.#shown) this.#discussion?.speak({ ...this.#shown, messages: language.messages });
  }

  #interface(language = ''): Language {
    return languageFor(this.#rangesFor(language));
  }

  /** The interface's language, once its words are here; English where they cannot be had. */
  async #learn(language = ''): Promise<Language> {
    try {
      return await loadLanguage(this.#rangesFor(language));
    } catch (thrown) {
      if (!this.#end.signal.aborted) report(this.#element, BroadsideError.from(thrown, 'messages', language));
      return languageFor([]);
    }
  }

  #rangesFor(language: string): readonly string[] {
    if (language !== '') return [language];
    return [this.#element.getAttribute('lang'), languageAround(this.#element), ...navigator.languages].filter(isStated);
  }

  /** Returns the place that the reader looks at: what they have just used, or what they see first of text, replies and form. */
  #placeOfReader(): Place | undefined {
    const { article, root } = this.#stage;
    const focused = root.activeElement;
    if (focused && isInWindow(focused)) return placeOf(focused);
    const blocks = (): Element[] => [...(article.element?.lastElementChild?.children ?? [])];
    const top = topOfView(root.host);
    const first = blocks().findIndex((block) => block.getBoundingClientRect().bottom > top);
    if (first < 0) return placeAmong(article.element ? this.#stage.discussion() : [root.host], root.host);
    // Another text has other elements, but about as many.
    return first > 0 ? () => blocks()[first]?.getBoundingClientRect().top : undefined;
  }

  /** Brings the replies and the form, or takes them away, as article and host want it. */
  async #discuss(): Promise<void> {
    this.#discussion?.close();
    this.#discussion = undefined;
    if (this.#source?.kind !== 'article' || !this.#shown || this.#element.replies === 'off') return;
    const { envelope, address } = this.#source;
    if (!envelope.replies) return;
    const { messages } = this.#interface(this.#shown.language);
    this.#discussion = new Discussion(this.#element, this.#stage, this.#origins, { ...this.#shown, messages });
    await this.#discussion.open(envelope, envelope.replies, address);
  }

  #click(event: MouseEvent): void {
    const link = linkOf(event);
    if (!link || !isPlainClick(event) || event.defaultPrevented) return;
    if (this.#embeds.play(this.#stage.article.treeOf(link))) {
      event.preventDefault();
      this.#showPlayer(link);
      return;
    }
    const language = this.#languageOf(link);
    const place = this.#placeOf(link);
    if (!place && language === undefined) return;
    if (language !== undefined && this.#isPublishersPage()) {
      storeLanguage(this.#src.origin, language);
      return;
    }
    event.preventDefault();
    if (language !== undefined) void this.#switchTo(language);
    else if (place) goTo(place);
  }

  /**
   * Returns whether this page is the publisher's own of the text that is shown. There a switch follows its link, so that address, title
   * and language of the page are those of the text. What a reader has written is found again on the next page, except where
   * the browser stores nothing.
   */
  #isPublishersPage(): boolean {
    const page = this.#shown?.setting.page;
    return page !== undefined && isSamePage(page, new URL(location.href)) && isEverythingStored();
  }

  /** Puts the frame in the place of the facade that was clicked, and the focus into it. */
  #showPlayer(facade: HTMLAnchorElement): void {
    const paragraph = facade.parentElement;
    if (this.#shown) this.#show(this.#shown.language, this.#shown.tree);
    if (paragraph?.firstElementChild instanceof HTMLIFrameElement) paragraph.firstElementChild.focus();
  }

  /** What the reader chose is kept once they have it: one that cannot be had would meet them again the next time. */
  async #switchTo(language: string): Promise<void> {
    this.#menu.close();
    this.#chosen = language;
    if (await this.#turnTo(language)) storeLanguage(this.#src.origin, language);
    else if (this.#chosen === language) this.#chosen = this.#shown?.language;
  }

  /** The language that a link of the switch, the menu or the note leads to, if the article has it. */
  #languageOf(link: HTMLAnchorElement): string | undefined {
    const { article } = this.#stage;
    const around = link.closest('.switch, .languages, .translation');
    const language = article.treeOf(around) && article.treeOf(link)?.attributes.get('hreflang');
    if (language === undefined || this.#source?.kind !== 'article') return undefined;
    return this.#source.envelope.translations.has(language) ? language : undefined;
  }

  /** What a link points to within the text itself. */
  #placeOf(link: HTMLAnchorElement): HTMLElement | null {
    const address = parseAddress(link.href, document.baseURI);
    const fragment = address && this.#shown?.setting.fragment(address);
    return fragment === undefined ? null : this.#stage.root.getElementById(fragment);
  }
}
