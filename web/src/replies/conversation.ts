import { BroadsideError } from '../events/errors.ts';
import type { Part } from '../lifetime/part.ts';
import { anchorAmong, anchorAt, isInWindow, keepScrollPosition, type ScrollAnchor } from '../page/scroll-anchor.ts';
import type { Kept } from './answers.ts';
import type { DraftBox } from './draft.ts';
import { Form, type FormInit } from './form.ts';
import { beginningWith, type FormPurpose, toAnswer, toEdit } from './opened-form.ts';
import { sendWaiting } from './outbox.ts';
import type { OwnReplies } from './ownership.ts';
import { onSentReply, type SentReply, type Submission, announceSentReply } from './sent-replies.ts';
import type { ShownArticle, ConversationContext } from './context.ts';
import { Thread } from './thread.ts';

/** The options of a conversation. */
export interface ConversationInit extends Omit<ConversationContext, 'change'> {
  /** Returns where the drafts of the form with this key are kept. */
  readonly drafts: (key: string) => DraftBox;
  readonly own: OwnReplies;
  /** Returns the ids of the replies of which the answers wait for the network. */
  readonly answersThatWait: () => readonly string[];
  readonly replied: (id: string) => void;
}

/** The replies to one article, and the forms in which the reader writes more. */
export class Conversation implements Part {
  readonly #init: ConversationInit;
  readonly #context: ConversationContext;
  readonly #thread: Thread;
  readonly #forms = new Map<string, Form>();
  #shown: ShownArticle;

  constructor(init: ConversationInit, shown: ShownArticle) {
    this.#init = init;
    this.#shown = shown;
    this.#context = {
      ...init,
      change: (act) => {
        keepScrollPosition(init.stage.box, this.#anchor(), act);
      },
    };
    this.#thread = new Thread(this.#context, shown, {
      reply: (reply, button) => {
        const key = answerKey(reply.id);
        const drafts = beginningWith(this.#forms.get('')?.writing.read(), init.drafts(key));
        this.#openAt(button, key, toAnswer(init.client, drafts, reply));
      },
      edit: (reply, button) => {
        this.#openAt(button, `edit-${reply.id}`, toEdit(init.client, reply, init.own.of(reply.id)));
      },
      own: init.own,
    });
  }

  connect(): void {
    const { client, end } = this.#init;
    this.#thread.connect();
    onSentReply(client.endpoint, this.#received, end);
    addEventListener('online', () => void this.#sendWaiting(), { signal: end });
  }

  /** Opens the form for a reply to the article, before a node. */
  openForm(before: ChildNode): void {
    const { client, drafts } = this.#init;
    this.#open({ key: '', before, ...toAnswer(client, drafts('')) }, this.#init.end);
  }

  /** Opens a form below the button of a reply, or goes to it if it is open already. */
  #openAt(button: HTMLElement, key: string, purpose: FormPurpose): void {
    if (!this.#forms.has(key)) {
      const { end, stage } = this.#init;
      const over = new AbortController();
      const before = document.createComment('');
      const close = (kept?: Kept): void => {
        over.abort();
        before.remove();
        this.#forms.delete(key);
        const { sent, sent_waiting } = this.#shown.messages;
        if (kept) stage.announce(kept.reply.state === 'waiting' ? sent_waiting : sent);
        if (kept) this.#thread.focus(kept.reply.id);
        else button.focus();
      };
      button.parentElement?.after(before);
      end.addEventListener('abort', () => {
        over.abort();
      });
      this.#open({ key, before, close, ...purpose }, over.signal);
    }
    this.#forms.get(key)?.writing.focus('text');
  }

  /** Opens a form until the signal aborts. Its key, which no other form here has, distinguishes its ids and its draft. */
  #open(purpose: Omit<FormInit, 'show' | 'announce'>, end: AbortSignal): void {
    const announce = (kept: Kept, sent: Submission): void => {
      this.#announce(kept, sent, purpose.key);
      if (!purpose.remove) this.#init.replied(kept.reply.id);
    };
    const form = new Form({ ...purpose, show: this.#show, announce }, { ...this.#context, end }, this.#shown);
    this.#forms.set(purpose.key, form);
    form.connect();
  }

  /** Returns the parts that a reader sees, from top to bottom. */
  parts(): Element[] {
    const forms = [...this.#forms.values()].map(({ element }) => element);
    return [...this.#thread.parts(), ...forms.filter((form) => form !== undefined)];
  }

  /** Paints everything again, in other words or for another text. */
  repaint(shown: ShownArticle): void {
    this.#shown = shown;
    this.#thread.repaint(shown);
    for (const form of this.#forms.values()) form.repaint(shown);
  }

  /** Asks for the first page of replies, and sends what has waited for a network. */
  async load(): Promise<void> {
    await this.#thread.load();
    if (navigator.onLine) void this.#sendWaiting();
  }

  /** Reads the branch in which a reply stands. */
  openBranch(id: string): Promise<void> {
    return this.#thread.openBranch(id);
  }

  /** Reads the next page of replies, and returns whether there was one. */
  loadNext(): Promise<boolean> {
    return this.#thread.loadNext();
  }

  readonly #show = (kept: Kept, language: string): void => {
    this.#init.own.note(kept, language);
    this.#thread.add(kept, language);
  };

  #announce(kept: Kept, sent: Submission, form: string): void {
    announceSentReply(this.#init.client.endpoint, { ...kept, ...sent, form }, this.#received);
  }

  /** Sends the answers that wait for the network. A form that is open sends its own. */
  async #sendWaiting(): Promise<void> {
    const { drafts, replied, answersThatWait, failed, client } = this.#init;
    for (const parent of answersThatWait()) {
      const key = answerKey(parent);
      if (this.#forms.has(key)) continue;
      const { language } = this.#shown;
      const sent = await sendWaiting({ parent, drafts: drafts(key) }, language, this.#context);
      if (!sent) continue;
      try {
        this.#show(sent.kept, language);
        this.#announce(sent.kept, { typed: sent.draft.fields, language }, key);
        replied(sent.kept.reply.id);
      } catch (thrown) {
        failed(BroadsideError.from(thrown, 'replies', client.endpoint.href));
      }
    }
  }

  /** Follows a reply that another element on the page, which shows the same replies, has sent. */
  readonly #received = ({ form, typed, language, ...kept }: SentReply): void => {
    this.#thread.add(kept, language);
    this.#forms.get(form)?.sentElsewhere(typed);
  };

  /** Returns an anchor at the form that the reader is in, or else at what they see first. */
  #anchor(): ScrollAnchor | undefined {
    for (const { element, used } of this.#forms.values())
      if (element && used && isInWindow(used)) return anchorAt(element);
    const { article, root } = this.#init.stage;
    const text = article.element ? [article.element] : [];
    return anchorAmong([...text, ...this.parts()], root.host);
  }
}

/** Returns the key of the form that answers a reply. */
function answerKey(id: string): string {
  return `to-${id}`;
}
