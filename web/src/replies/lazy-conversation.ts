import type { Envelope, Replies } from '../article/envelope.ts';
import type { Source } from '../article/source.ts';
import { coreAddress } from '../bundle/address.ts';
import type { Core } from '../core/core.ts';
import { loadCore } from '../core/load.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { fire } from '../events/events.ts';
import type { Messages } from '../language/messages.ts';
import { Latest } from '../lifetime/latest.ts';
import { parseWebAddress } from '../network/address.ts';
import type { Origins } from '../network/origins.ts';
import { focusOnce } from '../page/focus.ts';
import { whenNear } from '../page/near.ts';
import type { Stage } from '../stage/stage.ts';
import type { Setting } from '../tree/setting.ts';
import { ReplyClient } from './client.ts';
import { Conversation } from './conversation.ts';
import { answersThatWait, DraftBox } from './draft.ts';
import type { ShownArticle } from './context.ts';
import { OwnReplies } from './ownership.ts';

/** The facts that an article states about its conversation. */
interface ConversationInfo {
  readonly article: Envelope;
  readonly replies: Replies;
  /** The address from which the article was fetched. */
  readonly address: URL;
}

/** Returns what an article says about its conversation; undefined if it has none. */
export function conversationInfoOf(source: Source): ConversationInfo | undefined {
  if (source.kind !== 'article' || !source.envelope.replies) return undefined;
  const { envelope, address } = source;
  return { article: envelope, replies: source.envelope.replies, address };
}

// A reply that is linked may be on a later page. So many pages are read to find it.
const mostPagesToSeek = 20;

/** A link that may lead to one of the replies. */
interface LinkedReply {
  leadsToReply(): boolean;
  /** The id of the reply, if one is linked. */
  readonly reply: string;
  /** Goes to the reply if it has been painted. */
  follow(): void;
}

/** The options of a lazy conversation. */
export interface LazyConversationInit {
  readonly element: HTMLElement;
  readonly stage: Stage;
  readonly origins: Origins;
  readonly link: LinkedReply;
  readonly info: ConversationInfo;
  /** True if the conversation is left to the publisher's page. */
  readonly isElsewhere: boolean;
  /** Ends the conversation. */
  readonly end: AbortSignal;
}

/**
 * The conversation below an article, opened when the reader comes near. If there can be none here, a notice says where it is.
 */
export class LazyConversation {
  readonly #init: LazyConversationInit;
  /** The last try to open it: the core may arrive when nobody waits for it any more. */
  readonly #attempts: Latest;
  #shown: ShownArticle;
  #conversation: Conversation | undefined;
  /** Opens the conversation for a reader who is not near. */
  #come = (): void => {};
  /** Shows, in the current words, the notice that stands in place of the replies. */
  #notice: (() => void) | undefined;

  constructor(init: LazyConversationInit, shown: ShownArticle) {
    this.#init = init;
    this.#shown = shown;
    this.#attempts = new Latest(init.end);
  }

  async open(): Promise<void> {
    const end = this.#attempts.begin();
    const isOver = (): boolean => end.aborted;
    end.addEventListener('abort', () => {
      this.#clearNotice();
    });
    if (this.#init.isElsewhere) {
      this.#pointElsewhere();
      return;
    }
    try {
      const endpoint = this.#endpoint();
      await this.#untilReaderComes(end);
      if (isOver()) return;
      this.#keepFocus(() => {
        this.#showNotice((messages) => ['waiting', messages.replies_loading]);
      });
      const core = await loadCore();
      if (isOver()) return;
      this.#keepFocus(() => {
        this.#clearNotice();
        this.#converse(core, endpoint, end);
      });
    } catch (thrown) {
      if (!isOver()) this.#fail(BroadsideError.from(thrown, 'core', coreAddress.href));
      return;
    }
    if (!this.#init.info.replies.open) this.#showNotice((messages) => ['status', messages.replies_closed]);
    await this.#conversation?.load();
    await this.seekLinked();
  }

  /** Goes to the reply that is linked, if one is, and reads as many pages as it takes. */
  async seekLinked(): Promise<void> {
    const { link } = this.#init;
    if (link.leadsToReply()) this.#come();
    link.follow();
    // The server knows the branch of a reply by its id. An old address has a number, which only the pages tell.
    if (link.leadsToReply()) await this.#conversation?.openBranch(link.reply);
    for (let pages = 0; pages < mostPagesToSeek && link.leadsToReply(); pages++) {
      link.follow();
      if (!(await this.#conversation?.loadNext())) return;
    }
  }

  repaint(shown: ShownArticle): void {
    this.#shown = shown;
    this.#conversation?.repaint(shown);
    this.#notice?.();
  }

  /** Returns the parts of the conversation that a reader sees, from top to bottom. */
  parts(): Element[] {
    return this.#conversation?.parts() ?? [];
  }

  /**
   * Waits until the reader comes near the replies or asks for them. Neither they nor the core are fetched before, since many
   * readers never need them.
   */
  #untilReaderComes(end: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        resolve();
      };
      this.#come = go;
      end.addEventListener('abort', go);
      this.#showNotice((messages) => ['waiting', '', { label: messages.replies_read, run: go }]);
      whenNear(this.#init.stage.below, go, end);
      if (this.#init.link.leadsToReply()) go();
    });
  }

  /** Replaces what stands in place of the replies. If that had the focus, what replaces it gets it. */
  #keepFocus(change: () => void): void {
    const { notice } = this.#init.stage;
    const hadFocus = notice.hasFocus();
    change();
    const focus = notice.element ?? this.parts()[0];
    if (hadFocus && focus instanceof HTMLElement) focusOnce(focus);
  }

  #converse(core: Core, endpoint: URL, end: AbortSignal): void {
    const { element, stage, origins, info } = this.#init;
    const { article, replies } = info;
    const init = {
      core,
      client: new ReplyClient(endpoint),
      stage,
      open: replies.open,
      depth: replies.depth,
      isShared: replies.threads === 'shared',
      drafts: (form: string) => new DraftBox(origins.publisher, article.id, form),
      own: new OwnReplies(origins.publisher, article.id),
      answersThatWait: () => answersThatWait(origins.publisher, article.id),
      failed: (error: BroadsideError): void => {
        report(element, error);
      },
      replied: (id: string): void => {
        fire(element, 'broadside:reply', { id });
      },
      end,
    };
    this.#conversation = new Conversation(init, this.#shown);
    this.#conversation.connect();
    if (replies.open) this.#conversation.openForm(stage.formEnd);
  }

  #endpoint(): URL {
    const { origins, info } = this.#init;
    const { replies, address } = info;
    const where = `${address.href}#/replies/endpoint`;
    const url = parseWebAddress(replies.endpoint, address);
    if (!url) throw new BroadsideError('article', where, 'must be an http or https address');
    if (!origins.allow(url))
      throw new BroadsideError('host-origin', where, 'replies may not go to the host’s own origin');
    return url;
  }

  /** Offers another try if that may help, and else a link to the publisher's page. */
  #fail(error: BroadsideError): void {
    report(this.#init.element, error);
    if (error.code !== 'core') this.#pointElsewhere();
    else
      this.#showNotice((messages) => [
        'problem',
        messages.replies_failed,
        { label: messages.reload, run: () => void this.open() },
      ]);
  }

  #pointElsewhere(): void {
    this.#showNotice((messages, { page }) => ['status', '', { label: messages.replies_elsewhere, href: page.href }]);
  }

  #clearNotice(): void {
    this.#notice = undefined;
    this.#init.stage.notice.clear();
  }

  #showNotice(compose: (messages: Messages, setting: Setting) => Parameters<Stage['notice']['show']>): void {
    this.#notice = () => {
      this.#init.stage.notice.show(...compose(this.#shown.messages, this.#shown.setting));
    };
    this.#notice();
  }
}
