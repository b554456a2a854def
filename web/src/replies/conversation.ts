import type { Core } from '../core/core.ts';
import type { Fields, FormRequest, Problem, Reply, ThreadRequest } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import type { Messages } from '../language/messages.ts';
import { focusOnce } from '../page/focus.ts';
import { isComposing } from '../page/keys.ts';
import { isInWindow, keepPlace, type Place, placeAmong, placeOf } from '../page/place.ts';
import type { Stage } from '../stage/stage.ts';
import { type CheckedElement, check } from '../tree/check.ts';
import type { Setting } from '../tree/setting.ts';
import type { Kept, Outcome, Page, ReplyClient } from './client.ts';
import { type Draft, type DraftBox, type KeptDraft, sendingOf } from './draft.ts';
import { hearNews, type News, tellNews } from './news.ts';
import type { ThreadOrder } from './thread-order.ts';

/** The words, the place and the language in which an article is shown just now. */
export interface Shown {
  readonly messages: Messages;
  readonly setting: Setting;
  /** That of the text. */
  readonly language: string;
  readonly title: string;
}

export interface Surroundings {
  readonly core: Core;
  readonly client: ReplyClient;
  readonly drafts: DraftBox;
  readonly stage: Stage;
  /** Whether new replies are taken. */
  readonly open: boolean;
  readonly order: ThreadOrder;
  readonly failed: (error: BroadsideError) => void;
  readonly replied: (id: string) => void;
}

/** The replies to one article, and the reader's own. It owns two regions of the stage, thread and form. */
export class Conversation {
  readonly #around: Surroundings;
  readonly #end = new AbortController();
  #shown: Shown;
  #state: ThreadRequest['state'] = 'loading';
  #replies: readonly Reply[] = [];
  #next: string | null = null;
  #count: number | undefined;
  // A page may come when those of another language are wanted: only the last that was asked for is taken.
  #askings = 0;
  #draft: Draft;
  #status: FormRequest['status'] = 'idle';
  #problems: readonly Problem[] = [];
  #preview: string | undefined;

  constructor(around: Surroundings, shown: Shown) {
    this.#around = around;
    this.#shown = shown;
    this.#draft = around.drafts.open();
    around.stage.controls.fill = this.#draft.fields;
    this.#listen(around.stage.box);
    hearNews(around.client.endpoint, this.#hear, this.#end.signal);
    this.#render();
  }

  /** Says everything anew in other words, or for another place. What was typed stays as it is. */
  speak(shown: Shown): void {
    const hasOtherReplies = !this.#around.order.isShared && shown.language !== this.#shown.language;
    this.#shown = shown;
    this.#render();
    if (hasOtherReplies) void this.#reload();
  }

  async #reload(): Promise<void> {
    this.#replies = [];
    this.#count = undefined;
    await this.#refresh();
  }

  /** Asks from the first page on, and keeps what is here. */
  async #refresh(): Promise<void> {
    this.#next = null;
    await this.load();
  }

  dispose(): void {
    this.#end.abort();
    this.#around.stage.thread.clear();
    this.#around.stage.form.clear();
  }

  /** Asks for the first page of replies, or for the next. */
  async load(): Promise<void> {
    const known = this.#replies;
    const asking = ++this.#askings;
    this.#state = 'loading';
    this.#renderThread();
    try {
      const page = await this.#around.client.page(this.#shown.language, this.#next, this.#end.signal);
      if (asking === this.#askings) this.#take(page);
    } catch (thrown) {
      if (this.#end.signal.aborted || asking !== this.#askings) return;
      this.#around.failed(BroadsideError.from(thrown, 'replies', ''));
      this.#replies = known;
      this.#state = 'failed';
      this.#renderThread();
    }
  }

  #take(page: Page): void {
    this.#replies = this.#merged(page.replies);
    this.#next = page.next;
    this.#count = page.count;
    this.#state = 'ready';
    this.#renderThread();
  }

  async #loadMore(): Promise<void> {
    const known = new Set(this.#replies.map(({ id }) => id));
    await this.load();
    // The button that had the focus is gone, or further down.
    const first = this.#replies.find(({ id }) => !known.has(id));
    const item = first && this.#around.stage.controls.item(first.id);
    if (item) focusOnce(item);
  }

  async #send(): Promise<void> {
    if (this.#status === 'sending') return;
    const { core, client, drafts, stage } = this.#around;
    const { problems, reply } = core.validate(stage.controls.read());
    if (!reply) {
      this.#showProblems(problems);
      return;
    }
    const draft = this.#keepDraft();
    this.#problems = [];
    this.#setStatus('sending');
    const { language } = this.#shown;
    const outcome = await client.send(sendingOf(draft, reply), language, this.#end.signal).catch(() => undefined);
    if (outcome?.kind === 'saved') drafts.clear(draft);
    if (this.#end.signal.aborted || !outcome) return;
    this.#conclude(outcome, draft.fields);
  }

  #conclude(outcome: Outcome, sent: Fields): void {
    switch (outcome.kind) {
      case 'saved':
        this.#showSaved(outcome, sent);
        break;
      case 'invalid':
        this.#showProblems(outcome.problems);
        break;
      case 'failed':
        this.#setStatus(outcome.failure);
        this.#around.failed(outcome.error);
    }
  }

  #showSaved(kept: Kept, typed: Fields): void {
    this.#draft = this.#around.drafts.open();
    this.#letGo(typed);
    this.#add(kept);
    this.#setStatus('sent');
    tellNews(this.#around.client.endpoint, { ...kept, typed }, this.#hear);
    this.#around.replied(kept.reply.id);
  }

  /** Another element on the page, which shows the same replies, has sent one. */
  readonly #hear = ({ typed, ...kept }: News): void => {
    if (this.#status !== 'sending') this.#letGo(typed);
    this.#add(kept);
    this.#renderForm();
  };

  /** Empties the field that holds what has been sent. What else stands there is the next draft, and kept. */
  #letGo(sent: Fields): void {
    const { drafts, stage } = this.#around;
    const { text } = stage.controls.read();
    if (text === sent.text) {
      stage.controls.clearText();
      this.#draft = drafts.open();
      this.#preview = undefined;
    } else if (text !== '') {
      this.#keepDraft();
    }
  }

  /** Adds a reply that is new, if it belongs under the text that is shown. */
  #add({ reply, count }: Kept): void {
    if (!this.#around.order.has(reply, this.#shown.language)) return;
    this.#replies = this.#merged([reply]);
    this.#count = count;
    this.#renderThread();
  }

  #merged(more: readonly Reply[]): readonly Reply[] {
    return this.#around.order.merged(this.#replies, more, this.#shown.language);
  }

  #showProblems(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#setStatus('idle');
    this.#around.stage.controls.field(problems[0]?.field)?.focus();
  }

  #setStatus(status: FormRequest['status']): void {
    this.#status = status;
    const { stage } = this.#around;
    const hadFocus = stage.hasFocus();
    this.#renderForm();
    // The button that sends again goes when it is used.
    if (hadFocus && !stage.hasFocus()) stage.controls.button('send')?.focus({ preventScroll: true });
  }

  #keepDraft(): KeptDraft {
    const { drafts, stage } = this.#around;
    const draft = drafts.keep({ ...this.#draft, fields: stage.controls.read() });
    this.#draft = draft;
    return draft;
  }

  #listen(box: HTMLElement): void {
    const { controls } = this.#around.stage;
    const { signal } = this.#end;
    const listen = <T extends keyof HTMLElementEventMap>(
      type: T,
      hear: (event: HTMLElementEventMap[T]) => void,
    ): void => {
      box.addEventListener(type, hear, { signal });
    };
    listen('click', (event) => {
      this.#press(controls.pressed(event), event);
    });
    listen('submit', (event) => {
      this.#submit(event);
    });
    listen('input', (event) => {
      if (controls.isField(event.target)) this.#typed();
    });
    listen('keydown', (event) => {
      if (controls.isField(event.target)) this.#key(event);
    });
    // Back to a page that the browser has kept as it was, perhaps for hours.
    const comeBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void this.#refresh();
    };
    addEventListener('pageshow', comeBack, { signal });
  }

  #press(button: string | undefined, event: MouseEvent): void {
    if (button === 'send') this.#submit(event);
    if (button === 'reload') void this.load();
    if (button === 'more') void this.#loadMore();
    if (button === 'retry') void this.#send();
    if (button === 'preview') this.#togglePreview();
  }

  /** At the click already, since a frame whose `sandbox` lacks `allow-forms` has no form submitted, nor says so. */
  #submit(event: Event): void {
    event.preventDefault();
    void this.#send();
  }

  #typed(): void {
    this.#keepDraft();
    this.#recheck();
    if (this.#preview !== undefined) this.#showPreview();
  }

  #togglePreview(): void {
    if (this.#preview === undefined) {
      if (this.#showPreview()) this.#around.stage.announce(this.#shown.messages.preview_title);
    } else {
      this.#preview = undefined;
      this.#renderForm();
    }
  }

  /** A text that is too long to be sent is not rendered either: it could be a book. Returns whether there is a preview. */
  #showPreview(): boolean {
    const { core, stage } = this.#around;
    const fields = stage.controls.read();
    const tooLong = core.validate(fields).problems.filter(({ field, code }) => field === 'text' && code === 'too-long');
    this.#preview = tooLong.length > 0 ? undefined : fields.text;
    if (tooLong.length > 0) this.#showProblems(tooLong);
    else this.#renderForm();
    return tooLong.length === 0;
  }

  /**
   * Takes away the problems that the reader has mended, and names no new ones before the reply is sent. While they type, not
   * when they leave a field: that would move the button away under the pointer that presses it.
   */
  #recheck(): void {
    if (this.#problems.length === 0) return;
    const { problems } = this.#around.core.validate(this.#around.stage.controls.read());
    const left = new Set(problems.map(({ field, code }) => `${field} ${code}`));
    this.#problems = this.#problems.filter(({ field, code }) => left.has(`${field} ${code}`));
    this.#renderForm();
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    if (isComposing(event)) event.preventDefault();
    else if (event.ctrlKey || event.metaKey) void this.#send();
  }

  #render(): void {
    this.#renderThread();
    this.#renderForm();
  }

  #renderThread(): void {
    const { core, stage } = this.#around;
    const request = {
      messages: this.#shown.messages,
      title: this.#shown.title,
      state: this.#state,
      replies: this.#replies,
      more: this.#next !== null,
      ...(this.#count !== undefined && { count: this.#count }),
    };
    const tree = this.#checked(core.thread(request));
    keepPlace(stage.box, this.#placeOfReader(), () => {
      stage.thread.show(tree);
    });
  }

  /** The form, where the reader is in it; else what they see first. The article and the title of the replies do not move. */
  #placeOfReader(): Place {
    const { article, form, root } = this.#around.stage;
    // Not every browser focuses a button that is clicked.
    const used = this.#status === 'sending' ? form.element : root.activeElement;
    if (used && form.element?.contains(used) && isInWindow(used)) return placeOf(form.element);
    const text = article.element ? [article.element] : [];
    return placeAmong([...text, ...this.#around.stage.discussion()], root.host);
  }

  #renderForm(): void {
    const { core, open, stage } = this.#around;
    if (!open) return;
    const preview = this.#preview === undefined ? {} : { preview: this.#preview };
    const { messages, language, title } = this.#shown;
    const request = { messages, language, title, problems: this.#problems, status: this.#status, ...preview };
    const tree = this.#checked(core.form(request));
    keepPlace(stage.box, this.#placeOfReader(), () => {
      stage.form.show(tree);
    });
  }

  #checked(tree: unknown): CheckedElement {
    return check(tree, 'interface', this.#shown.setting);
  }
}
