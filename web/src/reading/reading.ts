import { shareArticle } from '../article/shared-source.ts';
import type { Trust } from '../article/signature.ts';
import { isMarkdown, type Source } from '../article/source.ts';
import { loadCore } from '../core/load.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { fire } from '../events/events.ts';
import type { Messages } from '../language/messages.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Part } from '../lifetime/part.ts';
import { Origins } from '../network/origins.ts';
import { backdropOf } from '../page/backdrop.ts';
import { keepScrollPosition } from '../page/scroll-anchor.ts';
import { watchSurroundings } from '../page/surroundings.ts';
import { conversationInfoOf, LazyConversation } from '../replies/lazy-conversation.ts';
import { isWholeArticle } from '../stage/fallback.ts';
import type { Stage } from '../stage/stage.ts';
import type { ArticleInfo } from './article-info.ts';
import { DeepLink } from './deep-link.ts';
import type { Host } from './host.ts';
import { LanguageSwitch } from './language-switch.ts';
import { Navigation } from './navigation.ts';
import { Painter } from './painter.ts';
import { anchorOfReader } from './scroll-anchor.ts';
import { Words } from './words.ts';

/** The options of a reading. */
export interface ReadingInit {
  readonly host: Host;
  readonly stage: Stage;
  readonly src: URL;
  /** The host's demands on the article's signature, if it has any. */
  readonly trust: Trust | undefined;
  readonly end: AbortSignal;
}

/** One article being read in one element: fetched, painted in a language, and replied to. */
export class Reading implements Part {
  readonly #init: ReadingInit;
  readonly #origins: Origins;
  readonly #words: Words;
  readonly #painter: Painter;
  readonly #languages: LanguageSwitch;
  readonly #navigation: Navigation;
  readonly #link: DeepLink;
  readonly #watching: Latest;
  readonly #conversing: Latest;
  #conversation: LazyConversation | undefined;
  #isWatching = false;
  /** Resolves to whether the first painting succeeded. */
  #begun: Promise<boolean> = Promise.resolve(false);

  constructor(init: ReadingInit) {
    const { host, src, end } = init;
    const origins = new Origins(self.origin, src.origin);
    const words = new Words(host, end);
    const painter = new Painter({ ...init, origins, words, put: this.#put });
    const languages = new LanguageSwitch({ ...init, words, painter });
    this.#init = init;
    this.#origins = origins;
    this.#words = words;
    this.#painter = painter;
    this.#languages = languages;
    this.#navigation = new Navigation({ ...init, painter, languages });
    this.#link = new DeepLink(init.stage.root);
    this.#watching = new Latest(end);
    this.#conversing = new Latest(end);
  }

  connect(): void {
    const { stage, end } = this.#init;
    this.#languages.connect();
    this.#navigation.connect();
    addEventListener('hashchange', this.#followAddress, { signal: end });
    end.addEventListener('abort', () => {
      stage.showFallback();
    });
  }

  /** Fetches and shows the article. It is called again if that has failed and the reader wants another try. */
  async begin(): Promise<void> {
    this.#begun = this.#paintFirst();
    if (!(await this.#begun)) return;
    await this.#loadWords();
    if (!this.#init.end.aborted) await this.#converse();
  }

  /**
   * Fetches the article again and shows what has changed in it; what the reader has typed, opened or selected stays. If that fails,
   * the error is reported, and what was shown stays.
   */
  async reload(): Promise<void> {
    if (!(await this.#begun)) return this.begin();
    const { host, src, trust, end } = this.#init;
    try {
      const source = await shareArticle(src, this.#origins, end, trust);
      this.#painter.source = source;
      await this.#paintWhatThereIs(source);
    } catch (thrown) {
      if (!end.aborted) report(host, BroadsideError.from(thrown, 'article', src.href));
    }
  }

  get article(): ArticleInfo | undefined {
    const { source, shown } = this.#painter;
    if (!source || !shown) return undefined;
    const { title, language, setting } = shown;
    const languages = source.kind === 'article' ? [...source.envelope.translations.keys()] : [language];
    return { title, language, languages, page: setting.page.href };
  }

  /** Follows a change of an attribute other than `src`. */
  async adapt(attribute: string): Promise<void> {
    // The theme is followed by watching the backdrop, and the loading has happened.
    if (attribute === 'theme' || attribute === 'loading') return;
    if (attribute === 'lang') this.#languages.forget();
    if (attribute !== 'replies') await this.#chooseAnew();
    else if ((await this.#begun) && this.#painter.source) await this.#converse();
  }

  /** Follows a move of the element, which may be drawn on another colour now, and stand in another language. */
  move(): void {
    if (!this.#isWatching) return;
    this.#isWatching = false;
    this.#watch();
    void this.#chooseAnew();
  }

  /** Follows what is around the box from when that is first shown, since the browser has to find out all styles for it. */
  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const { host, stage } = this.#init;
    const recolored = (): void => {
      const { isDark, isPicture } = backdropOf(host);
      const { theme } = host;
      if (theme === 'auto') stage.setPaper(isDark, isPicture);
      else stage.setPaper(theme === 'dark', true);
    };
    const translated = (): void => {
      void this.#chooseAnew();
    };
    watchSurroundings(host, { recolored, translated }, this.#watching.begin());
    recolored();
  }

  /** Chooses the language once more, and shows the article in it. */
  async #chooseAnew(): Promise<void> {
    if ((await this.#begun) && this.#painter.source)
      await this.#languages.turnTo(this.#languages.choose(this.#painter.source));
  }

  readonly #followAddress = (): void => {
    this.#link.read();
    this.#link.follow();
    void this.#conversation?.seekLinked();
  };

  async #paintFirst(): Promise<boolean> {
    const { host, src, trust, end } = this.#init;
    this.#setLanguage();
    // The words for the page's language are fetched beside the article, whose language is most often the same.
    void this.#words.load();
    // Markdown has no finished tree, so that nothing is painted without the core. A failure is reported when that is needed.
    if (isMarkdown(src)) loadCore().catch(() => {});
    try {
      const source = await shareArticle(src, this.#origins, end, trust);
      this.#painter.source = source;
      await this.#paintWhatThereIs(source);
    } catch (thrown) {
      if (!end.aborted) await this.#fail(BroadsideError.from(thrown, 'article', src.href));
      return false;
    }
    this.#link.follow();
    const { shown } = this.#painter;
    if (shown) fire(host, 'broadside:ready', { language: shown.language });
    return shown !== undefined;
  }

  /** Paints the article in the language that is wanted, or if that cannot be loaded, in the article's default language. */
  async #paintWhatThereIs(source: Source): Promise<void> {
    const language = this.#languages.choose(source);
    try {
      await this.#painter.paint(source, language);
    } catch (thrown) {
      if (source.kind !== 'article' || language === source.envelope.defaultLanguage) throw thrown;
      await this.#painter.paint(source, source.envelope.defaultLanguage);
      this.#languages.fail(language, thrown);
    }
  }

  async #fail(error: BroadsideError): Promise<void> {
    const { host, stage, end } = this.#init;
    report(host, error);
    const beginAgain = (): void => {
      if (!end.aborted && !this.#painter.shown) void this.begin();
    };
    error.coming?.then(beginAgain, () => {});
    const { messages } = await this.#words.load();
    // An article that a server rendered is there in any case.
    if (end.aborted || stage.article.declared) return;
    this.#setLanguage();
    // The publisher's own pages hold the whole article between the tags, with a link to the replies and the form.
    if (isWholeArticle(host)) {
      stage.showFallback();
      return;
    }
    this.#watch();
    stage.showFailure(sentenceOn(error, messages), { label: messages.error_retry, run: () => void this.begin() });
  }

  /** Waits for the words in the language of the text, which may have been painted before they came. */
  async #loadWords(): Promise<void> {
    const { language } = this.#painter.shown ?? {};
    const before = this.#words.in(language);
    if ((await this.#words.load(language)) !== before && !this.#init.end.aborted) this.#painter.repaint();
  }

  readonly #put = (show: () => void): void => {
    const { stage } = this.#init;
    this.#watch();
    keepScrollPosition(stage.box, anchorOfReader(stage, this.#conversation?.parts() ?? []), () => {
      show();
      this.#setLanguage();
      stage.showBox();
    });
  };

  /** Uses the interface's words in the language that is shown, or before that in the page's. */
  #setLanguage(): void {
    const { shown } = this.#painter;
    const language = this.#words.in(shown?.language);
    this.#init.stage.setLanguage(language);
    if (shown) this.#conversation?.repaint({ ...shown, messages: language.messages });
  }

  /** Opens the conversation or ends it, as the article and the host want. */
  async #converse(): Promise<void> {
    const { host, stage } = this.#init;
    const end = this.#conversing.begin();
    this.#conversation = undefined;
    const { source, shown } = this.#painter;
    const info = source && host.replies !== 'off' ? conversationInfoOf(source) : undefined;
    if (!info || !shown) return;
    const { messages } = this.#words.in(shown.language);
    const init = {
      element: host,
      stage,
      origins: this.#origins,
      link: this.#link,
      info,
      isElsewhere: host.replies === 'link',
      end,
    };
    this.#conversation = new LazyConversation(init, { ...shown, messages });
    await this.#conversation.open();
  }
}

/** Returns what a reader is told of an error. Those of signatures have a sentence of their own, by their code. */
function sentenceOn({ code }: BroadsideError, messages: Messages): string {
  const name = `error_${code}`;
  return name in messages ? messages[name as 'error_article'] : messages.error_article;
}
