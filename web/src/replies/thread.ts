import type { ThreadRequest } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Part } from '../lifetime/part.ts';
import { focusOnce } from '../page/focus.ts';
import { check } from '../tree/check.ts';
import type { Region } from '../tree/patch.ts';
import { Buttons } from './buttons.ts';
import type { Kept } from './answers.ts';
import { afterChanges, afterKept, afterPage, type Known, nothing } from './known.ts';
import type { Shown, Surroundings } from './surroundings.ts';

// A server that has ever more to tell does not fill the page: the rest comes the next time.
const mostParts = 10;

/** The replies to an article, page by page. */
export class Thread implements Part {
  readonly #around: Surroundings;
  readonly #region: Region;
  readonly #buttons = new Buttons();
  /** The list items that show the replies, by their ids. */
  readonly #items = new Map<string, HTMLElement>();
  /** The last request for a page: an answer may arrive when the replies under another text are wanted. */
  readonly #asking: Latest;
  /** What was last asked of changes. */
  readonly #following: Latest;
  #shown: Shown;
  #state: ThreadRequest['state'] = 'loading';
  #known = nothing;

  constructor(around: Surroundings, shown: Shown) {
    const { stage, end } = around;
    this.#around = around;
    this.#shown = shown;
    this.#asking = new Latest(end);
    this.#following = new Latest(end);
    this.#region = stage.region(stage.threadEnd, (element, tree) => {
      this.#buttons.note(element, tree);
      const id = tree.attributes.get('id');
      if (tree.name === 'li' && id !== undefined) this.#items.set(id, element);
    });
  }

  connect(): void {
    const { stage, end } = this.#around;
    const press = (event: MouseEvent): void => {
      const action = this.#buttons.pressed(event);
      if (action === 'reload') void this.load();
      if (action === 'more') void this.#loadMore();
    };
    stage.box.addEventListener('click', press, { signal: end });
    // The reader comes back to a page that the browser has kept as it was, perhaps for hours.
    const comeBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void this.follow();
    };
    addEventListener('pageshow', comeBack, { signal: end });
    end.addEventListener('abort', () => {
      this.#region.clear();
    });
    this.#render();
  }

  /** Returns the parts that a reader sees, from top to bottom: the title, and each reply. */
  parts(): Element[] {
    const { element } = this.#region;
    const title = element?.firstElementChild;
    return title ? [title, ...element.querySelectorAll(':scope > ol > li')] : [];
  }

  /** Paints the thread again, in other words or for another text. */
  speak(shown: Shown): void {
    const hasOtherReplies = !this.#around.isShared && shown.language !== this.#shown.language;
    this.#shown = shown;
    this.#render();
    if (!hasOtherReplies) return;
    this.#following.begin();
    this.#known = nothing;
    void this.load();
  }

  /** Asks for the first page of replies, or for the next. */
  async load(): Promise<void> {
    const asking = this.#asking.begin();
    this.#state = 'loading';
    this.#render();
    try {
      const page = await this.#around.client.page(this.#shown.language, this.#known.next, asking);
      if (asking.aborted) return;
      this.#state = 'ready';
      this.#know(afterPage(this.#known, page));
    } catch (thrown) {
      if (asking.aborted) return;
      this.#around.failed(BroadsideError.from(thrown, 'replies', ''));
      this.#state = 'failed';
      this.#render();
    }
  }

  /**
   * Adds a reply that was sent to the text in that language. Where another text is shown, the server is asked whether the
   * reply stands under that, and where. Throws where the core refuses it.
   */
  add(kept: Kept, language: string): void {
    if (language === this.#shown.language) this.#know(afterKept(this.#known, kept));
    else void this.follow();
  }

  /** Asks what has changed since the replies were read, or reads them anew where that is not told. */
  async follow(): Promise<void> {
    const following = this.#following.begin();
    const isTold = await this.#takeChanges(following).catch(() => false);
    if (isTold || following.aborted) return;
    this.#known = { ...this.#known, next: null };
    await this.load();
  }

  /** Returns whether the server tells changes. */
  async #takeChanges(following: AbortSignal): Promise<boolean> {
    for (let part = 0; part < mostParts; part++) {
      const { since } = this.#known;
      if (since === undefined) return false;
      const changes = await this.#around.client.changes(this.#shown.language, since, following);
      if (following.aborted) return true;
      this.#know(afterChanges(this.#known, changes));
      if (!changes.more) return true;
    }
    return true;
  }

  /** Shows these replies. Where the core refuses one of them, it throws, and what was known before stays. */
  #know(known: Known): void {
    const before = this.#known;
    this.#known = known;
    try {
      this.#render();
    } catch (thrown) {
      this.#known = before;
      throw thrown;
    }
  }

  async #loadMore(): Promise<void> {
    const known = new Set(this.#known.replies.map(({ id }) => id));
    await this.load();
    // The button that had the focus is gone, or further down.
    const first = this.#known.replies.find(({ id }) => !known.has(id));
    const item = first && this.#items.get(`reply-${first.id}`);
    if (item) focusOnce(item);
  }

  #render(): void {
    const { core, open, change } = this.#around;
    const { messages, title, setting } = this.#shown;
    const { replies, next, count } = this.#known;
    const request = {
      messages,
      title,
      state: this.#state,
      replies,
      more: next !== null,
      closed: !open,
      ...(count !== undefined && { count }),
    };
    const tree = check(core.thread(request), 'interface', setting);
    change(() => {
      this.#region.show(tree);
    });
  }
}
