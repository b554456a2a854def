import type { Source } from '../article/source.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { fire } from '../events/events.ts';
import { announcementOf } from '../language/change.ts';
import { chooseLanguage, languageAround, storedLanguage, storeLanguage } from '../language/choice.ts';
import type { Part } from '../lifetime/part.ts';
import type { Stage } from '../stage/stage.ts';
import type { Host } from './host.ts';
import { LanguageMenu } from './menu.ts';
import type { Painter } from './painter.ts';
import { Progress } from './progress.ts';
import type { Words } from './words.ts';

/** The options of a language switch. */
export interface LanguageSwitchInit {
  readonly host: Host;
  readonly stage: Stage;
  readonly src: URL;
  readonly words: Words;
  readonly painter: Painter;
  readonly end: AbortSignal;
}

/** Chooses the language of an article, and turns the article to another. */
export class LanguageSwitch implements Part {
  readonly #init: LanguageSwitchInit;
  readonly #menu: LanguageMenu;
  readonly #progress: Progress;
  /** The language that the reader chose here. It holds until the host states another. */
  #chosen: string | undefined;

  constructor(init: LanguageSwitchInit) {
    this.#init = init;
    this.#menu = new LanguageMenu(init.stage, init.end);
    this.#progress = new Progress(init.stage);
  }

  connect(): void {
    this.#menu.connect();
    this.#init.end.addEventListener('abort', () => {
      this.#progress.end();
    });
  }

  /** Returns the language of the translation to show. */
  choose(source: Source): string {
    const { host, src } = this.#init;
    const attribute = this.#chosen ?? host.getAttribute('lang');
    // Only the host can say which language a plain Markdown file is in.
    if (source.kind === 'markdown') return attribute ?? '';
    const preferences = {
      attribute,
      stored: storedLanguage(src.origin),
      page: languageAround(host),
      browser: navigator.languages,
    };
    return chooseLanguage(preferences, [...source.envelope.translations.keys()], source.envelope.defaultLanguage);
  }

  /** Drops the reader's choice, because the host has stated another language. */
  forget(): void {
    this.#chosen = undefined;
  }

  /** Turns to the reader's choice, and keeps it once it is shown, since one that cannot be loaded would fail again next time. */
  async switchTo(language: string): Promise<void> {
    this.#menu.close();
    this.#chosen = language;
    if (await this.turnTo(language)) this.keep(language);
    else if (this.#chosen === language) this.#chosen = this.#init.painter.shown?.language;
  }

  /** Stores the reader's choice for all articles of this publisher. */
  keep(language: string): void {
    storeLanguage(this.#init.src.origin, language);
  }

  /**
   * Shows the article in another language, or anew in the same one. Returns whether it is shown; if that fails, the text that
   * was there stays.
   */
  async turnTo(language: string): Promise<boolean> {
    const { host, stage, words, painter } = this.#init;
    const before = painter.shown?.language;
    if (!painter.source) return false;
    this.#progress.wait(words.in(before).messages.language_loading);
    try {
      if (!(await painter.paint(painter.source, language))) return false;
    } catch (thrown) {
      this.fail(language, thrown);
      return false;
    }
    this.#progress.end();
    const now = painter.shown?.language;
    if (now !== undefined && now !== before) {
      stage.announce(announcementOf(now, words.in(now)));
      fire(host, 'broadside:language', { language: now });
    }
    return true;
  }

  /** Says, in the language that is shown, that the article could not be loaded in another. */
  fail(language: string, thrown: unknown): void {
    const { host, src, words, painter } = this.#init;
    report(host, BroadsideError.from(thrown, 'article', src.href));
    const { language_failed, error_retry } = words.in(painter.shown?.language).messages;
    const run = (): void => {
      void this.switchTo(language);
      // The button that was pressed is gone.
      this.#control()?.focus({ preventScroll: true });
    };
    this.#progress.fail(language_failed, { label: error_retry, run });
  }

  /** Fetches the text and the interface's words before the reader asks for them. */
  prefetch(language: string): void {
    const { words, painter } = this.#init;
    if (painter.source?.kind === 'article') painter.source.translations.prefetch(language);
    words.prefetch(language);
  }

  /** Returns the control with which the reader turns to another language. */
  #control(): HTMLElement | null | undefined {
    return this.#init.stage.article.element?.querySelector<HTMLElement>('.languages summary, .switch a');
  }
}
