import type { Language } from '../language/messages.ts';
import { guardKeys } from '../page/keys.ts';
import { type Created, Region } from '../tree/patch.ts';
import { type Action, Notice } from './notice.ts';
import { Scrollers } from './scrollers.ts';
import { style } from './stylesheet.ts';

/**
 * The contents of an element's shadow root: the fallback (what the host wrote between the tags) until an article is shown, and
 * then one box with regions that do not touch each other: the article, and below it the thread of replies and the forms.
 */
export class Stage {
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
  readonly article: Region;
  /** This element marks the end of the article; the conversation stands below it. */
  readonly below = document.createElement('div');
  readonly notice: Notice;
  /** The thread of replies stands before this node. */
  readonly threadEnd: Comment;
  /** The form for a reply to the article, which comes after the thread, stands before this node. */
  readonly formEnd: Comment;
  /** A notice in the window's corner, wherever in the article the reader is. */
  readonly corner: Notice;
  readonly #scrollers = new Scrollers();
  readonly #fallback: readonly ChildNode[];
  readonly #announcement: HTMLElement;

  constructor(root: ShadowRoot) {
    this.root = root;
    this.style();
    // A root that the page's HTML declared is its own fallback, unless it is what a server rendered (package/articles.ts).
    const rendered = root.querySelector<HTMLElement>('.broadside > article');
    this.#fallback = root.hasChildNodes() && !rendered ? [...root.childNodes] : [document.createElement('slot')];
    this.box = rendered?.parentElement ?? document.createElement('div');
    this.box.classList.add('broadside');
    this.article = this.region(this.#end());
    this.article.declared = rendered;
    this.box.append(this.below);
    this.notice = new Notice(this.#end());
    this.threadEnd = this.#end();
    this.formEnd = this.#end();
    const corner = document.createElement('div');
    corner.className = 'corner';
    this.corner = new Notice(corner.appendChild(document.createComment('')));
    this.#announcement = document.createElement('p');
    this.#announcement.className = 'announcement';
    this.#announcement.setAttribute('role', 'status');
    this.box.append(corner, this.#announcement);
    guardKeys(this.box);
    // The style sheet that a server sent along says the same as that of the root.
    if (rendered) root.querySelector('style')?.remove();
    else root.replaceChildren(...this.#fallback);
  }

  /** Makes a region before a node of the box, whose code and tables scroll if they are too wide. */
  region(end: ChildNode, created?: Created): Region {
    const { note } = this.#scrollers;
    if (!created) return new Region(end, note);
    return new Region(end, (element, tree) => {
      created(element, tree);
      note(element, tree);
    });
  }

  style(): void {
    style(this.root);
  }

  /** Keeps room for the article until it is there: as much as the host says, or a window's height if it may come late. */
  wait(loading: 'eager' | 'lazy'): void {
    for (const slot of this.#fallback) if (slot instanceof HTMLSlotElement) slot.className = `reserved ${loading}`;
  }

  /** The box has paper of its own if it `hasSheet`; otherwise the host's is seen. */
  setPaper(isDark: boolean, hasSheet: boolean): void {
    this.box.classList.toggle('dark', isDark);
    this.box.classList.toggle('sheet', hasSheet);
  }

  /**
   * Uses the interface's words from now on. The box is in their language; the article carries its own. The loader's sentences
   * carry it once more: the box begins with `all: initial`, which makes Chromium and WebKit choose fonts and break lines as
   * for no language.
   */
  setLanguage({ messages, direction }: Language): void {
    const { language } = messages;
    this.box.lang = language;
    this.box.dir = direction;
    this.#announcement.lang = language;
    this.notice.language = language;
    this.corner.language = language;
    this.#scrollers.setWords(messages);
  }

  showBox(): void {
    if (this.root.firstChild !== this.box || this.root.childNodes.length > 1) this.root.replaceChildren(this.box);
  }

  showFallback(): void {
    for (const slot of this.#fallback) if (slot instanceof HTMLSlotElement) slot.removeAttribute('class');
    this.article.clear();
    this.notice.clear();
    this.root.replaceChildren(...this.#fallback);
  }

  /** Shows the fallback, and below it what went wrong and what can be done about it. */
  showFailure(text: string, action: Action): void {
    this.showFallback();
    this.notice.show('problem', text, action);
    this.root.append(this.box);
  }

  hasFocus(): boolean {
    return this.root.activeElement !== null;
  }

  /** Has a screen reader read a sentence, even if it is the same as the last. */
  announce(text: string): void {
    this.#announcement.replaceChildren(text);
  }

  #end(): Comment {
    const end = document.createComment('');
    this.box.append(end);
    return end;
  }
}
