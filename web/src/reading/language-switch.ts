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

/** What a language switch is made with. */
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
  /** What the reader chose here; it holds until the host says something else. */
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

  /** Returns the language to show of what there is. */
  choose(source: Source): string {
    const { host, src } = this.#init;
    const attribute = this.#chosen ?? host.getAttribute('lang');
    // Nobody says which language a plain Markdown file is in, but perhaps the host.
    if (source.kind === 'markdown') return attribute ?? '';
    const wishes = {
      attribute,
      stored: storedLanguage(src.origin),
      page: languageAround(host),
      browser: navigator.languages,
    };
    return chooseLanguage(wishes, [...source.envelope.translations.keys()], source.envelope.defaultLanguage);
  }

  /** The host says something else than what the reader chose. */
  forget(): void {
    this.#chosen = undefined;
  }

  /** The reader's choice is kept once they have it: one that cannot be had would meet them again the next time. */
  async switchTo(language: string): Promise<void> {
    this.#menu.close();
    this.#chosen = language;
    if (await this.turnTo(language)) this.keep(language);
    else if (this.#chosen === language) this.#chosen = this.#init.painter.shown?.language;
  }

  /** Keeps the reader's choice for all articles of this publisher. */
  keep(language: string): void {
    storeLanguage(this.#init.src.origin, language);
  }

  /**
   * Shows the article in another language, or for another place in the same. Returns whether it is shown: what is there stays
   * where that fails.
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

  /** Says, in the language that is shown, that the article cannot be had in another. */
  fail(language: string, thrown: unknown): void {
    const { host, src, words, painter } = this.#init;
    report(host, BroadsideError.from(thrown, 'article', src.href));
    const { language_failed, error_retry } = words.in(painter.shown?.language).messages;
    const run = (): void => {
      void this.switchTo(language);
      // What was pressed is gone.
      this.#control()?.focus({ preventScroll: true });
    };
    this.#progress.fail(language_failed, { label: error_retry, run });
  }

  /** Has the text and the interface's words come before the reader asks for them. */
  prefetch(language: string): void {
    const { words, painter } = this.#init;
    if (painter.source?.kind === 'article') painter.source.translations.prefetch(language);
    words.prefetch(language);
  }

  /** Returns what the reader turns to another language with. */
  #control(): HTMLElement | null | undefined {
    return this.#init.stage.article.element?.querySelector<HTMLElement>('.languages summary, .switch a');
  }
}
