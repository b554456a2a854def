import type { Reply, ThreadRequest } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import { Latest } from '../lifetime/latest.ts';
import type { Part } from '../lifetime/part.ts';
import { focusOnce } from '../page/focus.ts';
import { check } from '../tree/check.ts';
import type { Region } from '../tree/patch.ts';
import { Buttons } from './buttons.ts';
import type { Kept } from './answers.ts';
import { currentMinute, dated, isRecent, minuteLength } from './times.ts';
import {
  afterBranch,
  afterChanges,
  afterKept,
  afterPage,
  type KnownReplies,
  noneKnown,
  withWaiting,
} from './known-replies.ts';
import type { ShownArticle, ConversationContext } from './context.ts';
import type { OwnReplies } from './ownership.ts';

// A server that has ever more to tell does not fill the page: the rest comes the next time.
const mostPagesOfChanges = 10;

/** The reactions of a conversation to what a reader does at one of the replies. */
export interface ReplyActions {
  /** Opens a form at the button, which answers the reply or edits it. */
  readonly reply: (reply: Reply, button: HTMLElement) => void;
  readonly edit: (reply: Reply, button: HTMLElement) => void;
  readonly own: OwnReplies;
}

/** The replies to an article, page by page. */
export class Thread implements Part {
  readonly #context: ConversationContext;
  readonly #actions: ReplyActions;
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
  /** The cursors at which branches go on, by the ids of their first replies. */
  readonly #branches = new Map<string, string | null>();

  constructor(context: ConversationContext, shown: ShownArticle, actions: ReplyActions) {
    const { stage, end } = context;
    this.#context = context;
    this.#actions = actions;
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
      const pressed = this.#buttons.pressed(event);
      if (!pressed) return;
      const { action, button } = pressed;
      const reply = this.#known.replies.find(({ id }) => id === pressed.reply);
      if (action === 'reload') void this.load();
      if (action === 'more') void this.#showMore(() => this.load());
      if (!reply) return;
      if (action === 'branch')
        void this.#showMore(() => this.openBranch(reply.id, this.#branches.get(reply.id) ?? null));
      if (action === 'reply' || action === 'edit') this.#actions[action](reply, button);
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
    return title ? [title, ...element.querySelectorAll('.thread > li')] : [];
  }

  /** Paints the thread again, in other words or for another text. */
  repaint(shown: ShownArticle): void {
    const hasOtherReplies = !this.#context.isShared && shown.language !== this.#shown.language;
    this.#shown = shown;
    this.#render();
    if (!hasOtherReplies) return;
    this.#changesRequest.begin();
    this.#known = noneKnown;
    this.#branches.clear();
    void this.load();
  }

  /** Reads a page of the branch in which a reply stands. */
  async openBranch(id: string, after: string | null = null): Promise<void> {
    const { client, failed, end } = this.#context;
    try {
      const page = await client.branch(this.#shown.language, id, after, end);
      if (end.aborted) return;
      this.#branches.set(id, page.next);
      this.#showKnown(afterBranch(this.#known, page));
    } catch (thrown) {
      if (!end.aborted) failed(BroadsideError.from(thrown, 'replies', ''));
    }
  }

  /** Takes the reader to a reply that is shown. */
  focus(id: string): void {
    const item = this.#items.get(`reply-${id}`);
    if (item) focusOnce(item);
  }

  /** Asks for the first page of replies, or for the next. */
  async load(): Promise<void> {
    const signal = this.#pageRequest.begin();
    this.#state = 'loading';
    this.#render();
    try {
      const { client, isShared } = this.#context;
      const { language } = this.#shown;
      const page = await client.page(language, this.#known.next, signal);
      if (signal.aborted) return;
      this.#state = 'ready';
      const waiting = this.#actions.own.waiting(isShared ? undefined : language);
      this.#showKnown(withWaiting(afterPage(this.#known, page), waiting));
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

  async #showMore(read: () => Promise<void>): Promise<void> {
    const known = new Set(this.#known.replies.map(({ id }) => id));
    await read();
    // The button that had the focus is gone, or further down.
    const first = this.#known.replies.find(({ id }) => !known.has(id));
    if (first) this.focus(first.id);
  }

  #render(): void {
    const { core, open, depth, change } = this.#context;
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
      depth,
      own: this.#actions.own.ids(),
      ...(count !== undefined && { count }),
    };
    const tree = check(core.thread(request), 'interface', setting);
    change(() => {
      this.#region.show(tree);
    });
  }
}
