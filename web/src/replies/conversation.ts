import type { Part } from '../lifetime/part.ts';
import { anchorAmong, anchorAt, isInWindow, keepScrollPosition, type ScrollAnchor } from '../page/scroll-anchor.ts';
import type { Kept } from './answers.ts';
import type { DraftBox } from './draft.ts';
import { Form } from './form.ts';
import { onSentReply, type SentReply, type Submission, announceSentReply } from './sent-replies.ts';
import type { ShownArticle, ConversationContext } from './context.ts';
import { Thread } from './thread.ts';

/** The options of a conversation. */
export interface ConversationInit extends Omit<ConversationContext, 'change'> {
  /** Returns where the drafts of the form with this key are kept. */
  readonly drafts: (key: string) => DraftBox;
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
    this.#thread = new Thread(this.#context, shown);
  }

  connect(): void {
    const { client, end } = this.#init;
    this.#thread.connect();
    onSentReply(client.endpoint, this.#received, end);
  }

  /** Opens a form before a node. Its key, which no other form here has, distinguishes its ids and its draft from theirs. */
  openForm(key: string, before: ChildNode): void {
    const { drafts } = this.#init;
    const show = (kept: Kept, language: string): void => {
      this.#thread.add(kept, language);
    };
    const announce = (kept: Kept, sent: Submission): void => {
      announceSentReply(this.#init.client.endpoint, { ...kept, ...sent, form: key }, this.#received);
      this.#init.replied(kept.reply.id);
    };
    const form = new Form({ key, before, drafts: drafts(key), show, announce }, this.#context, this.#shown);
    this.#forms.set(key, form);
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

  /** Asks for the first page of replies. */
  load(): Promise<void> {
    return this.#thread.load();
  }

  /** Reads the next page of replies, and returns whether there was one. */
  loadNext(): Promise<boolean> {
    return this.#thread.loadNext();
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
