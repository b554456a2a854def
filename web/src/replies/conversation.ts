import type { Part } from '../lifetime/part.ts';
import { anchorAmong, anchorAt, isInWindow, keepScrollPosition, type ScrollAnchor } from '../page/scroll-anchor.ts';
import type { Kept } from './answers.ts';
import type { DraftBox } from './draft.ts';
import { Form } from './form.ts';
import { hearNews, type News, type Sent, tellNews } from './news.ts';
import type { Shown, Surroundings } from './surroundings.ts';
import { Thread } from './thread.ts';

/** The options of a conversation. */
export interface ConversationInit extends Omit<Surroundings, 'change'> {
  /** Returns where the drafts of the form with this key are kept. */
  readonly drafts: (key: string) => DraftBox;
  readonly replied: (id: string) => void;
}

/** The replies to one article, and the forms in which the reader writes more. */
export class Conversation implements Part {
  readonly #init: ConversationInit;
  readonly #around: Surroundings;
  readonly #thread: Thread;
  readonly #forms = new Map<string, Form>();
  #shown: Shown;

  constructor(init: ConversationInit, shown: Shown) {
    this.#init = init;
    this.#shown = shown;
    this.#around = {
      ...init,
      change: (act) => {
        keepScrollPosition(init.stage.box, this.#anchor(), act);
      },
    };
    this.#thread = new Thread(this.#around, shown);
  }

  connect(): void {
    const { client, end } = this.#init;
    this.#thread.connect();
    hearNews(client.endpoint, this.#hear, end);
  }

  /** Opens a form before a node. Its key, which no other form here has, distinguishes its ids and its draft from theirs. */
  openForm(key: string, before: ChildNode): void {
    const { drafts } = this.#init;
    const show = (kept: Kept, language: string): void => {
      this.#thread.add(kept, language);
    };
    const tell = (kept: Kept, sent: Sent): void => {
      tellNews(this.#init.client.endpoint, { ...kept, ...sent, form: key }, this.#hear);
      this.#init.replied(kept.reply.id);
    };
    const form = new Form({ key, before, drafts: drafts(key), show, tell }, this.#around, this.#shown);
    this.#forms.set(key, form);
    form.connect();
  }

  /** Returns the parts that a reader sees, from top to bottom. */
  parts(): Element[] {
    const forms = [...this.#forms.values()].map(({ element }) => element);
    return [...this.#thread.parts(), ...forms.filter((form) => form !== undefined)];
  }

  /** Paints everything again, in other words or for another text. */
  speak(shown: Shown): void {
    this.#shown = shown;
    this.#thread.speak(shown);
    for (const form of this.#forms.values()) form.speak(shown);
  }

  /** Asks for the first page of replies. */
  load(): Promise<void> {
    return this.#thread.load();
  }

  /** Follows a reply that another element on the page, which shows the same replies, has sent. */
  readonly #hear = ({ form, typed, language, ...kept }: News): void => {
    this.#thread.add(kept, language);
    this.#forms.get(form)?.hear(typed);
  };

  /** Returns an anchor at the form that the reader is in, or else at what they see first. */
  #anchor(): ScrollAnchor {
    for (const { element, used } of this.#forms.values())
      if (element && used && isInWindow(used)) return anchorAt(element);
    const { article, root } = this.#init.stage;
    const text = article.element ? [article.element] : [];
    return anchorAmong([...text, ...this.parts()], root.host);
  }
}
