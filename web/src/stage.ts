import { guardKeys } from './keys.ts';
import { type Action, Notice } from './notice.ts';
import { Controls } from './replies/controls.ts';
import { styleSheet } from './stylesheet.ts';
import { Region } from './tree/patch.ts';

/**
 * What stands in an element's shadow root: the fallback (what the host wrote between the tags) until an article is there,
 * and one box with three regions that do not touch each other.
 */
export class Stage {
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
  readonly article: Region;
  readonly thread: Region;
  readonly form: Region;
  readonly notice: Notice;
  /** In the window's corner, wherever in the article the reader is. */
  readonly corner: Notice;
  /** What the reader uses in the two regions that the core alone fills. */
  readonly controls = new Controls();
  readonly #fallback: readonly ChildNode[];
  readonly #announcement: HTMLElement;

  constructor(root: ShadowRoot) {
    this.root = root;
    if (!root.adoptedStyleSheets.includes(styleSheet())) root.adoptedStyleSheets.push(styleSheet());
    // A root that the page's HTML declared is its own fallback.
    this.#fallback = root.hasChildNodes() ? [...root.childNodes] : [document.createElement('slot')];
    this.box = document.createElement('div');
    this.box.className = 'broadside';
    const [article, notice, thread, form] = [this.#end(), this.#end(), this.#end(), this.#end()];
    this.article = new Region(article);
    this.notice = new Notice(notice);
    this.thread = new Region(thread, this.controls.note);
    this.form = new Region(form, this.controls.note);
    const corner = document.createElement('div');
    corner.className = 'corner';
    this.corner = new Notice(corner.appendChild(document.createComment('')));
    this.#announcement = document.createElement('p');
    this.#announcement.className = 'announcement';
    this.#announcement.setAttribute('role', 'status');
    this.box.append(corner, this.#announcement);
    guardKeys(this.box);
    root.replaceChildren(...this.#fallback);
  }

  set isDark(dark: boolean) {
    this.box.classList.toggle('dark', dark);
  }

  /** The language of the interface's words; an article's own stands on the article. */
  speak(language: string, direction: string): void {
    this.box.lang = language;
    this.box.dir = direction;
  }

  showBox(): void {
    if (this.root.firstChild !== this.box || this.root.childNodes.length > 1) this.root.replaceChildren(this.box);
  }

  showFallback(): void {
    this.article.clear();
    this.notice.clear();
    this.root.replaceChildren(...this.#fallback);
  }

  /** The fallback, and below it what went wrong and what can be done about it. */
  showFailure(text: string, action: Action): void {
    this.showFallback();
    this.notice.show('problem', text, action);
    this.root.append(this.box);
  }

  hasFocus(): boolean {
    return this.root.activeElement !== null;
  }

  /** Has a sentence read out, the same one again too. */
  announce(text: string): void {
    this.#announcement.replaceChildren(text);
  }

  #end(): Comment {
    const end = document.createComment('');
    this.box.append(end);
    return end;
  }
}
