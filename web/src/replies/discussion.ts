import type { Envelope, Replies } from '../article/envelope.ts';
import { coreAddress } from '../bundle/address.ts';
import type { Core } from '../core/core.ts';
import { loadCore } from '../core/load.ts';
import { BroadsideError, report } from '../events/errors.ts';
import { fire } from '../events/events.ts';
import type { Messages } from '../language/messages.ts';
import { parseWebAddress } from '../network/address.ts';
import type { Origins } from '../network/origins.ts';
import { focusOnce } from '../page/focus.ts';
import { whenNear } from '../page/near.ts';
import type { Stage } from '../stage/stage.ts';
import type { Setting } from '../tree/setting.ts';
import { ReplyClient } from './client.ts';
import { Conversation, type Shown } from './conversation.ts';
import { DraftBox } from './draft.ts';
import { ThreadOrder } from './thread-order.ts';

/** Brings the replies to an article that has been painted; where there can be none, it says where they are. */
export class Discussion {
  readonly #element: HTMLElement;
  readonly #stage: Stage;
  readonly #origins: Origins;
  #shown: Shown;
  #conversation: Conversation | undefined;
  /** Says, in the words of the moment, what stands in the place of the replies. */
  #notice: (() => void) | undefined;
  #waiting = new AbortController();
  // The core may come when nobody waits for it any more: only the last opening is completed.
  #openings = 0;

  constructor(element: HTMLElement, stage: Stage, origins: Origins, shown: Shown) {
    this.#element = element;
    this.#stage = stage;
    this.#origins = origins;
    this.#shown = shown;
  }

  async open(envelope: Envelope, replies: Replies, address: URL): Promise<void> {
    this.close();
    const opening = this.#openings;
    const isOver = (): boolean => opening !== this.#openings;
    try {
      const endpoint = this.#endpoint(replies, address);
      await this.#untilWanted();
      if (isOver()) return;
      this.#keepFocus(() => {
        this.#say((messages) => ['waiting', messages.replies_loading]);
      });
      const core = await loadCore();
      if (isOver()) return;
      this.#keepFocus(() => {
        this.#silence();
        this.#conversation = this.#converse(core, endpoint, envelope, replies);
      });
    } catch (thrown) {
      if (isOver()) return;
      this.#fail(BroadsideError.from(thrown, 'core', coreAddress.href), () => this.open(envelope, replies, address));
      return;
    }
    if (!replies.open) this.#say((messages) => ['status', messages.replies_closed]);
    await this.#conversation?.load();
  }

  /**
   * Waits until the reader comes near the replies, or asks for them: until then neither they nor the core are fetched, which
   * many readers never come to need.
   */
  async #untilWanted(): Promise<void> {
    const waiting = new AbortController();
    this.#waiting = waiting;
    await new Promise<void>((resolve) => {
      waiting.signal.addEventListener('abort', () => {
        resolve();
      });
      this.#say((messages) => ['waiting', '', { label: messages.replies_read, run: resolve }]);
      whenNear(this.#stage.below, resolve, waiting.signal);
    });
    waiting.abort();
  }

  /** Changes what stands in the place of the replies, and gives what comes the focus that the reader had there. */
  #keepFocus(change: () => void): void {
    const { notice, thread } = this.#stage;
    const hadFocus = notice.hasFocus();
    change();
    const focus = notice.element ?? thread.element?.firstElementChild;
    if (hadFocus && focus instanceof HTMLElement) focusOnce(focus);
  }

  /** Ends the conversation, sending nothing more. */
  close(): void {
    this.#openings++;
    this.#waiting.abort();
    this.#conversation?.dispose();
    this.#conversation = undefined;
    this.#silence();
  }

  speak(shown: Shown): void {
    this.#shown = shown;
    this.#conversation?.speak(shown);
    this.#notice?.();
  }

  #converse(core: Core, endpoint: URL, article: Envelope, { open, threads }: Replies): Conversation {
    const around = {
      core,
      client: new ReplyClient(endpoint),
      drafts: new DraftBox(this.#origins.publisher, article.id),
      stage: this.#stage,
      open,
      order: new ThreadOrder(threads, article.defaultLanguage),
      failed: (error: BroadsideError): void => {
        report(this.#element, error);
      },
      replied: (id: string): void => {
        fire(this.#element, 'broadside:reply', { id });
      },
    };
    return new Conversation(around, this.#shown);
  }

  #endpoint({ endpoint }: Replies, address: URL): URL {
    const where = `${address.href}#/replies/endpoint`;
    const url = parseWebAddress(endpoint, address);
    if (!url) throw new BroadsideError('article', where, 'must be an http or https address');
    if (!this.#origins.allow(url))
      throw new BroadsideError('host-origin', where, 'replies may not go to the host’s own origin');
    return url;
  }

  /** Another try, where that may help; else a link to the publisher's page. */
  #fail(error: BroadsideError, again: () => Promise<void>): void {
    report(this.#element, error);
    this.#say((messages, { page }) =>
      error.code === 'core'
        ? ['problem', messages.replies_failed, { label: messages.reload, run: () => void again() }]
        : ['status', '', { label: messages.replies_elsewhere, href: page.href }],
    );
  }

  #silence(): void {
    this.#notice = undefined;
    this.#stage.notice.clear();
  }

  #say(compose: (messages: Messages, setting: Setting) => Parameters<Stage['notice']['show']>): void {
    this.#notice = () => {
      this.#stage.notice.show(...compose(this.#shown.messages, this.#shown.setting));
    };
    this.#notice();
  }
}
