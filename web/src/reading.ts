import { parseAddress } from './address.ts';
import { compose } from './article/compose.ts';
import type { Envelope, Replies } from './article/envelope.ts';
import { fetchArticle, type Source } from './article/source.ts';
import { coreAddress } from './core/address.ts';
import type { Core } from './core/core.ts';
import { loadCore } from './core/load.ts';
import type { BroadsideArticle } from './element.ts';
import { BroadsideError, report } from './errors.ts';
import { fire } from './events.ts';
import { chooseLanguage, isStated, languageAround, storedLanguage, storeLanguage } from './language/choice.ts';
import { type Language, languageFor } from './language/messages.ts';
import { Origins } from './origins.ts';
import { isInWindow, keepPlace } from './place.ts';
import { ReplyClient } from './replies/client.ts';
import { Conversation } from './replies/conversation.ts';
import { DraftBox } from './replies/draft.ts';
import type { Stage } from './stage.ts';
import { goTo, isPlainClick } from './tree/links.ts';
import type { Setting } from './tree/setting.ts';

interface Shown {
  readonly language: string;
  readonly setting: Setting;
}

/** One article being read in one element: fetched, painted in a language, and replied to. It ends with `dispose`. */
export class Reading {
  readonly #element: BroadsideArticle;
  readonly #stage: Stage;
  readonly #src: URL;
  readonly #origins: Origins;
  readonly #end = new AbortController();
  #source: Source | undefined;
  /** What the reader chose here; it holds until the host says something else. */
  #chosen: string | undefined;
  #shown: Shown | undefined;
  #conversation: Conversation | undefined;
  // What is waited for may no longer be wanted when it comes: each wish has a number, and only the last is fulfilled.
  #paintings = 0;
  #conversations = 0;

  constructor(element: BroadsideArticle, stage: Stage, src: URL) {
    this.#element = element;
    this.#stage = stage;
    this.#src = src;
    this.#origins = new Origins(location.origin, src.origin);
    stage.box.addEventListener(
      'click',
      (event) => {
        this.#click(event);
      },
      { signal: this.#end.signal },
    );
  }

  async begin(): Promise<void> {
    this.#speak();
    try {
      this.#source = await fetchArticle(this.#src, this.#origins, this.#end.signal);
      await this.#paint(this.#choose(this.#source));
    } catch (thrown) {
      this.#fail(thrown);
      return;
    }
    fire(this.#element, 'broadside:ready', { language: this.#shown?.language });
    await this.#converse();
  }

  /** The host changed an attribute other than `src`. */
  async adapt(attribute: string): Promise<void> {
    if (attribute === 'lang') this.#chosen = undefined;
    if (!this.#source) return;
    if (attribute === 'replies') await this.#converse();
    else await this.#turnTo(this.#choose(this.#source));
  }

  dispose(): void {
    this.#end.abort();
    this.#conversation?.dispose();
    this.#stage.showFallback();
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

  async #paint(language: string): Promise<void> {
    const painting = ++this.#paintings;
    if (!this.#source) return;
    const { tree, setting } = await compose(this.#source, {
      language,
      messages: this.#interface(language).messages,
      headingLevel: this.#element.headingLevel,
      origins: this.#origins,
      signal: this.#end.signal,
      core: loadCore,
      refused: (error) => {
        report(this.#element, error);
      },
    });
    if (painting !== this.#paintings || this.#end.signal.aborted) return;
    this.#shown = { language, setting };
    keepPlace(this.#stage.box, this.#placeOfReader(), () => {
      this.#stage.article.show(tree);
      this.#speak();
      this.#stage.showBox();
    });
  }

  /** Another language, or another place for the same: what is there stays where that fails. */
  async #turnTo(language: string): Promise<void> {
    const before = this.#shown?.language;
    try {
      await this.#paint(language);
    } catch (thrown) {
      if (!this.#end.signal.aborted) report(this.#element, BroadsideError.from(thrown, 'article', this.#src.href));
      return;
    }
    if (this.#shown?.language !== language || language === before) return;
    this.#stage.announce(this.#interface(language).messages.language_changed);
    fire(this.#element, 'broadside:language', { language });
  }

  /** Says the interface's words in the language that is shown, or before that in the page's. */
  #speak(): void {
    const { messages, direction } = this.#interface(this.#shown?.language);
    this.#stage.speak(messages.language, direction);
    if (this.#shown) this.#conversation?.speak(messages, this.#shown.setting);
  }

  #interface(language = ''): Language {
    if (language !== '') return languageFor([language]);
    const around = [this.#element.getAttribute('lang'), languageAround(this.#element), ...navigator.languages];
    return languageFor(around.filter(isStated));
  }

  /** What the reader looks at: what they have just used, or the first block of the text that is in the window. */
  #placeOfReader(): (() => number | undefined) | undefined {
    const focused = this.#stage.root.activeElement;
    if (focused && isInWindow(focused))
      return () => (focused.isConnected ? focused.getBoundingClientRect().top : undefined);
    const blocks = (): Element[] => [...(this.#stage.article.element?.lastElementChild?.children ?? [])];
    const first = blocks().findIndex((block) => block.getBoundingClientRect().bottom > 0);
    return first > 0 ? () => blocks()[first]?.getBoundingClientRect().top : undefined;
  }

  #click(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link || !isPlainClick(event) || event.defaultPrevented) return;
    const place = this.#placeOf(link);
    const language = this.#languageOf(link);
    if (!place && language === undefined) return;
    event.preventDefault();
    if (language !== undefined) this.#switchTo(language);
    else if (place) goTo(place);
  }

  #switchTo(language: string): void {
    this.#chosen = language;
    storeLanguage(this.#src.origin, language);
    void this.#turnTo(language);
  }

  /** The language that a link of the switch leads to, if the article has it. */
  #languageOf(link: HTMLAnchorElement): string | undefined {
    const { article } = this.#stage;
    const isSwitch = article.treeOf(link.parentNode)?.attributes.get('class') === 'switch';
    const language = isSwitch ? article.treeOf(link)?.attributes.get('hreflang') : undefined;
    const available =
      this.#source?.kind === 'article' && language !== undefined && this.#source.envelope.translations.has(language);
    return available ? language : undefined;
  }

  /** What a link points to within the text itself. */
  #placeOf(link: HTMLAnchorElement): HTMLElement | null {
    const address = parseAddress(link.href, document.baseURI);
    const fragment = address && this.#shown?.setting.fragment(address);
    return fragment === undefined ? null : this.#stage.root.getElementById(fragment);
  }

  #fail(thrown: unknown): void {
    if (this.#end.signal.aborted) return;
    report(this.#element, BroadsideError.from(thrown, 'article', this.#src.href));
    const { error_article, error_retry } = this.#interface().messages;
    this.#stage.showFailure(error_article, { label: error_retry, run: () => void this.begin() });
  }

  /** Brings the replies and the form, or takes them away, as article and host want it. */
  async #converse(): Promise<void> {
    const conversation = ++this.#conversations;
    this.#conversation?.dispose();
    this.#conversation = undefined;
    this.#stage.notice.clear();
    if (this.#source?.kind !== 'article' || this.#element.replies === 'off') return;
    const { envelope, address } = this.#source;
    if (!envelope.replies) return;
    try {
      const endpoint = this.#endpointOf(envelope.replies, address);
      const core = await loadCore();
      if (conversation !== this.#conversations || this.#end.signal.aborted) return;
      this.#conversation = this.#open(core, endpoint, envelope, envelope.replies);
    } catch (thrown) {
      if (!this.#end.signal.aborted) this.#sayWhereRepliesAre(BroadsideError.from(thrown, 'core', coreAddress.href));
      return;
    }
    await this.#conversation?.load();
  }

  #open(core: Core, endpoint: URL, envelope: Envelope, replies: Replies): Conversation | undefined {
    if (!this.#shown) return undefined;
    const { messages } = this.#interface(this.#shown.language);
    if (!replies.open) this.#stage.notice.show('status', messages.replies_closed);
    const around = {
      core,
      client: new ReplyClient(endpoint),
      drafts: new DraftBox(this.#src.origin, envelope.id),
      stage: this.#stage,
      open: replies.open,
      failed: (error: BroadsideError): void => {
        report(this.#element, error);
      },
      replied: (id: string): void => {
        fire(this.#element, 'broadside:reply', { id });
      },
    };
    return new Conversation(around, messages, this.#shown.setting);
  }

  #endpointOf({ endpoint }: Replies, address: URL): URL {
    const where = `${address.href}#/replies/endpoint`;
    const url = parseAddress(endpoint, address);
    if (!url || !/^https?:$/.test(url.protocol))
      throw new BroadsideError('article', where, 'must be an http or https address');
    if (!this.#origins.allow(url))
      throw new BroadsideError('host-origin', where, 'replies may not go to the host’s own origin');
    return url;
  }

  /** Without a core, or an address to send to: a link to the publisher's page, or another try where that may help. */
  #sayWhereRepliesAre(error: BroadsideError): void {
    report(this.#element, error);
    const { messages } = this.#interface(this.#shown?.language);
    if (error.code === 'core') {
      this.#stage.notice.show('problem', messages.replies_failed, {
        label: messages.reload,
        run: () => void this.#converse(),
      });
    } else if (this.#shown) {
      this.#stage.notice.show('status', '', { label: messages.replies_elsewhere, href: this.#shown.setting.page.href });
    }
  }
}
