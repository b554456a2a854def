import type { Reply, ThreadRequest } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Part } from '../lifetime/part.ts';
import { focusOnce } from '../page/focus.ts';
import { check } from '../tree/check.ts';
import type { Region } from '../tree/patch.ts';
import { Buttons } from './buttons.ts';
import type { Kept, Page } from './client.ts';
import type { Shown, Surroundings } from './surroundings.ts';
import type { ThreadOrder } from './thread-order.ts';

/** The replies to an article, page by page. */
export class Thread implements Part {
  readonly #around: Surroundings;
  readonly #order: ThreadOrder;
  readonly #region: Region;
  readonly #buttons = new Buttons();
  /** The list items that show the replies, by their ids. */
  readonly #items = new Map<string, HTMLElement>();
  /** The last request for a page: an answer may arrive when the replies under another text are wanted. */
  readonly #asking: Latest;
  #shown: Shown;
  #state: ThreadRequest['state'] = 'loading';
  #known: Page = { replies: [], next: null };

  constructor(around: Surroundings, order: ThreadOrder, shown: Shown) {
    const { stage, end } = around;
    this.#around = around;
    this.#order = order;
    this.#shown = shown;
    this.#asking = new Latest(end);
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
      if (persisted) void this.#refresh();
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
    const hasOtherReplies = !this.#order.isShared && shown.language !== this.#shown.language;
    this.#shown = shown;
    this.#render();
    if (!hasOtherReplies) return;
    this.#known = { replies: [], next: null };
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
      this.#know({ ...page, replies: this.#merged(page.replies) });
    } catch (thrown) {
      if (asking.aborted) return;
      this.#around.failed(BroadsideError.from(thrown, 'replies', ''));
      this.#state = 'failed';
      this.#render();
    }
  }

  /** Adds a reply that is new, if it belongs under the text that is shown. Throws where the core refuses it. */
  add({ reply, count }: Kept): void {
    if (!this.#order.has(reply, this.#shown.language)) return;
    const { next } = this.#known;
    this.#know({ replies: this.#merged([reply]), next, ...(count !== undefined && { count }) });
  }

  /** Shows these replies. Where the core refuses one of them, it throws, and what was known before stays. */
  #know(known: Page): void {
    const before = this.#known;
    this.#known = known;
    try {
      this.#render();
    } catch (thrown) {
      this.#known = before;
      throw thrown;
    }
  }

  #merged(more: readonly Reply[]): readonly Reply[] {
    return this.#order.merged(this.#known.replies, more, this.#shown.language);
  }

  /** Asks from the first page on, and keeps the replies that are shown. */
  async #refresh(): Promise<void> {
    this.#known = { ...this.#known, next: null };
    await this.load();
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
