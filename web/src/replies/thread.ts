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
  /** The page that was last asked for: one may come when those of another language are wanted. */
  readonly #asking: Latest;
  #shown: Shown;
  #state: ThreadRequest['state'] = 'loading';
  #replies: readonly Reply[] = [];
  #next: string | null = null;
  #count: number | undefined;

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

  /** Returns what can be read of it, from top to bottom: its title, and each reply. */
  parts(): Element[] {
    const { element } = this.#region;
    const title = element?.firstElementChild;
    return title ? [title, ...element.querySelectorAll(':scope > ol > li')] : [];
  }

  /** Says everything anew in other words, or for another place. */
  speak(shown: Shown): void {
    const hasOtherReplies = !this.#order.isShared && shown.language !== this.#shown.language;
    this.#shown = shown;
    this.#render();
    if (!hasOtherReplies) return;
    this.#replies = [];
    this.#count = undefined;
    void this.#refresh();
  }

  /** Asks for the first page of replies, or for the next. */
  async load(): Promise<void> {
    const known = this.#replies;
    const asking = this.#asking.begin();
    this.#state = 'loading';
    this.#render();
    try {
      const page = await this.#around.client.page(this.#shown.language, this.#next, asking);
      if (!asking.aborted) this.#take(page);
    } catch (thrown) {
      if (asking.aborted) return;
      this.#around.failed(BroadsideError.from(thrown, 'replies', ''));
      this.#replies = known;
      this.#state = 'failed';
      this.#render();
    }
  }

  /** Adds a reply that is new, if it belongs under the text that is shown. */
  add({ reply, count }: Kept): void {
    if (!this.#order.has(reply, this.#shown.language)) return;
    this.#merge([reply]);
    this.#count = count;
    this.#render();
  }

  #take({ replies, next, count }: Page): void {
    this.#merge(replies);
    this.#next = next;
    this.#count = count;
    this.#state = 'ready';
    this.#render();
  }

  #merge(more: readonly Reply[]): void {
    this.#replies = this.#order.merged(this.#replies, more, this.#shown.language);
  }

  /** Asks from the first page on, and keeps what is here. */
  async #refresh(): Promise<void> {
    this.#next = null;
    await this.load();
  }

  async #loadMore(): Promise<void> {
    const known = new Set(this.#replies.map(({ id }) => id));
    await this.load();
    // The button that had the focus is gone, or further down.
    const first = this.#replies.find(({ id }) => !known.has(id));
    const item = first && this.#items.get(`reply-${first.id}`);
    if (item) focusOnce(item);
  }

  #render(): void {
    const { core, change } = this.#around;
    const { messages, title, setting } = this.#shown;
    const request = {
      messages,
      title,
      state: this.#state,
      replies: this.#replies,
      more: this.#next !== null,
      ...(this.#count !== undefined && { count: this.#count }),
    };
    const tree = check(core.thread(request), 'interface', setting);
    change(() => {
      this.#region.show(tree);
    });
  }
}
