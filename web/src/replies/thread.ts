import type { ThreadRequest } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Part } from '../lifetime/part.ts';
import { focusOnce } from '../page/focus.ts';
import { check } from '../tree/check.ts';
import type { Region } from '../tree/patch.ts';
import { Buttons } from './buttons.ts';
import type { Kept } from './answers.ts';
import { afterChanges, afterKept, afterPage, type KnownReplies, noneKnown } from './known-replies.ts';
import { currentMinute, dated, isRecent, minuteLength } from './times.ts';
import type { ShownArticle, ConversationContext } from './context.ts';

// A server that has ever more to tell does not fill the page: the rest comes the next time.
const mostPagesOfChanges = 10;

/** The replies to an article, page by page. */
export class Thread implements Part {
  readonly #context: ConversationContext;
  readonly #region: Region;
  readonly #buttons = new Buttons();
  /** The list items that show the replies, by their ids. */
  readonly #items = new Map<string, HTMLElement>();
  /** The last request for a page: an answer may arrive when the replies under another text are wanted. */
  readonly #pageRequest: Latest;
  /** The last request for changes. */
  readonly #changesRequest: Latest;
  #shown: ShownArticle;
  #state: ThreadRequest['state'] = 'loading';
  #known = noneKnown;

  constructor(context: ConversationContext, shown: ShownArticle) {
    const { stage, end } = context;
    this.#context = context;
    this.#shown = shown;
    this.#pageRequest = new Latest(end);
    this.#changesRequest = new Latest(end);
    this.#region = stage.region(stage.threadEnd, (element, tree) => {
      this.#buttons.note(element, tree);
      const id = tree.attributes.get('id');
      if (tree.name === 'li' && id !== undefined) this.#items.set(id, element);
    });
  }

  connect(): void {
    const { stage, end } = this.#context;
    const press = (event: MouseEvent): void => {
      const action = this.#buttons.pressed(event);
      if (action === 'reload') void this.load();
      if (action === 'more') void this.#loadMore();
    };
    stage.box.addEventListener('click', press, { signal: end });
    // The reader comes back to a page that the browser has kept as it was, perhaps for hours.
    const restored = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void this.refresh();
    };
    addEventListener('pageshow', restored, { signal: end });
    const clock = setInterval(() => {
      if (this.#known.replies.some(isRecent)) this.#render();
    }, minuteLength);
    end.addEventListener('abort', () => {
      clearInterval(clock);
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
  repaint(shown: ShownArticle): void {
    const hasOtherReplies = !this.#context.isShared && shown.language !== this.#shown.language;
    this.#shown = shown;
    this.#render();
    if (!hasOtherReplies) return;
    this.#changesRequest.begin();
    this.#known = noneKnown;
    void this.load();
  }

  /** Asks for the first page of replies, or for the next. */
  async load(): Promise<void> {
    const signal = this.#pageRequest.begin();
    this.#state = 'loading';
    this.#render();
    try {
      const page = await this.#context.client.page(this.#shown.language, this.#known.next, signal);
      if (signal.aborted) return;
      this.#state = 'ready';
      this.#showKnown(afterPage(this.#known, page));
    } catch (thrown) {
      if (signal.aborted) return;
      this.#context.failed(BroadsideError.from(thrown, 'replies', ''));
      this.#state = 'failed';
      this.#render();
    }
  }

  /** Reads the next page, and returns whether there was one. */
  async loadNext(): Promise<boolean> {
    const { next } = this.#known;
    if (next === null) return false;
    await this.load();
    return this.#known.next !== next;
  }

  /**
   * Adds a reply that was sent to the text in that language. Where another text is shown, the server is asked whether the
   * reply stands under that, and where. Throws if the core refuses it.
   */
  add(kept: Kept, language: string): void {
    if (language === this.#shown.language) this.#showKnown(afterKept(this.#known, kept));
    else void this.refresh();
  }

  /** Asks what has changed since the replies were read, or reads them anew if the server does not report that. */
  async refresh(): Promise<void> {
    const signal = this.#changesRequest.begin();
    const isTold = await this.#takeChanges(signal).catch(() => false);
    if (isTold || signal.aborted) return;
    this.#known = { ...this.#known, next: null };
    await this.load();
  }

  /** Returns whether the server tells changes. */
  async #takeChanges(signal: AbortSignal): Promise<boolean> {
    for (let pages = 0; pages < mostPagesOfChanges; pages++) {
      const { since } = this.#known;
      if (since === undefined) return false;
      const changes = await this.#context.client.changes(this.#shown.language, since, signal);
      if (signal.aborted) return true;
      this.#showKnown(afterChanges(this.#known, changes));
      if (!changes.more) return true;
    }
    return true;
  }

  /** Shows these replies. Where the core refuses one of them, it throws, and what was known before stays. */
  #showKnown(known: KnownReplies): void {
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
    const { core, open, change } = this.#context;
    const { messages, title, setting } = this.#shown;
    const { replies, next, count } = this.#known;
    const request = {
      messages,
      title,
      state: this.#state,
      replies: replies.map(dated),
      minute: currentMinute(),
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
