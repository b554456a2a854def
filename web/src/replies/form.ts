import type { Fields, FormRequest, Problem } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import type { Part } from '../lifetime/part.ts';
import { check } from '../tree/check.ts';
import type { Region } from '../tree/patch.ts';
import { Buttons } from './buttons.ts';
import type { Kept } from './answers.ts';
import type { Outcome } from './client.ts';
import type { Drafts, KeptDraft } from './draft.ts';
import { listenToForm } from './form-events.ts';
import type { Submission } from './sent-replies.ts';
import { Pace } from './pace.ts';
import { Preview } from './preview.ts';
import type { ShownArticle, ConversationContext } from './context.ts';
import { Writing } from './writing.ts';

/** The options of a form. */
export interface FormInit {
  /** The name that distinguishes its ids and its draft from those of other forms; empty for the form of the article itself. */
  readonly key: string;
  /** The form stands before this node. */
  readonly before: ChildNode;
  readonly drafts: Drafts;
  /** The purpose of the form, and what the core has to know for it. */
  readonly kind?: Pick<FormRequest, 'purpose' | 'parentName'>;
  /** The fields that the form does not have, for the validation of the others. */
  readonly fixed?: Partial<Fields>;
  /** Sends what was written to the text in that language. */
  readonly send: (draft: KeptDraft, reply: Fields, language: string, signal: AbortSignal) => Promise<Outcome>;
  /** Deletes the reply that the form edits. */
  readonly remove?: (signal: AbortSignal) => Promise<Outcome>;
  /** Closes a form that was opened for one purpose; missing if the form always stays. */
  readonly close?: (kept?: Kept) => void;
  /** Shows a reply to the text in that language which the server has kept. */
  readonly show: (kept: Kept, language: string) => void;
  /** Tells others about such a reply. */
  readonly announce: (kept: Kept, sent: Submission) => void;
}

/** One form in which a reader writes a reply. */
export class Form implements Part {
  readonly buttons = new Buttons();
  readonly writing: Writing;
  readonly #init: FormInit;
  readonly #context: ConversationContext;
  readonly #region: Region;
  readonly #preview: Preview;
  readonly #previewPace: Pace;
  #shown: ShownArticle;
  #status: FormRequest['status'] = 'idle';
  #problems: readonly Problem[] = [];
  /** True if the last thing that was tried is to delete the reply. */
  #removes = false;

  constructor(init: FormInit, context: ConversationContext, shown: ShownArticle) {
    this.#init = init;
    this.#context = context;
    this.#shown = shown;
    this.writing = new Writing(init.drafts);
    this.#preview = new Preview(context.core);
    this.#previewPace = new Pace(() => {
      if (this.#preview.text !== undefined) this.#showPreview();
    }, context.end);
    this.#region = context.stage.region(init.before, (element, tree) => {
      this.buttons.note(element, tree);
      this.writing.note(element, tree);
    });
  }

  connect(): void {
    const { stage, end } = this.#context;
    const actions = {
      send: () => void this.#send(),
      retry: () => void (this.#removes ? this.#remove() : this.#send()),
      cancel: () => {
        // A reply that waits for the network does not go after its writer has thought better of it.
        if (this.writing.waits) this.writing.keep();
        this.#init.close?.();
      },
      remove: () => void this.#remove(),
      type: () => {
        this.#typed();
      },
      preview: () => {
        this.#togglePreview();
      },
    };
    listenToForm(stage.box, this, actions, end);
    end.addEventListener('abort', () => {
      this.#region.clear();
    });
    const online = (): void => {
      if (this.writing.waits) void this.#send();
    };
    addEventListener('online', online, { signal: end });
    if (this.writing.waits) this.#status = 'waiting';
    this.#render();
    if (navigator.onLine) online();
  }

  get element(): HTMLElement | undefined {
    return this.#region.element;
  }

  /** The element of the form that the reader is using, if any. Not every browser focuses a button that is clicked. */
  get used(): Element | null | undefined {
    const { activeElement } = this.#context.stage.root;
    if (this.#status === 'sending') return this.element;
    return this.element?.contains(activeElement) ? activeElement : undefined;
  }

  /** Paints the form again, in other words or for another text. What was typed stays as it is. */
  repaint(shown: ShownArticle): void {
    this.#shown = shown;
    this.#render();
  }

  /** Follows a reply that was sent from the same form in another element on the page. */
  sentElsewhere(typed: Fields): void {
    if (this.#status !== 'sending' && this.writing.clearSent(typed)) this.#preview.close();
    this.#render();
  }

  /**
   * Keeps the draft, and takes away the problems that the reader has mended. It does so while they type, not when they leave a
   * field: that would move the button away under the pointer that presses it.
   */
  #typed(): void {
    const { fields } = this.writing.keep();
    // A reply that is being changed is not sent before the reader says so once more.
    if (this.#status === 'waiting') this.#setStatus('idle');
    if (this.#problems.length > 0) {
      this.#problems = unmended(
        this.#problems,
        this.#context.core.validate({ ...fields, ...this.#init.fixed }).problems,
      );
      this.#render();
    }
    if (this.#preview.text !== undefined) this.#previewPace.ask();
  }

  async #send(): Promise<void> {
    this.#removes = false;
    const { problems, reply } = this.#context.core.validate({ ...this.writing.read(), ...this.#init.fixed });
    if (reply) await this.#deliver((signal, draft, language) => this.#init.send(draft, reply, language, signal));
    else this.#showProblems(problems);
  }

  async #remove(): Promise<void> {
    this.#removes = true;
    await this.#deliver(this.#init.remove);
  }

  async #deliver(send?: (signal: AbortSignal, draft: KeptDraft, language: string) => Promise<Outcome>): Promise<void> {
    if (this.#status === 'sending' || !send) return;
    const { end } = this.#context;
    const draft = this.writing.keep();
    this.#problems = [];
    this.#setStatus('sending');
    const { language } = this.#shown;
    const outcome = await send(end, draft, language).catch(() => undefined);
    if (outcome && !end.aborted) this.#conclude(outcome, draft, language);
    else if (outcome?.kind === 'saved') this.writing.forget(draft);
  }

  /** An answer that the core refuses has failed, whatever its status: what was typed stays, and can be sent again. */
  #conclude(outcome: Outcome, draft: KeptDraft, language: string): void {
    try {
      this.#applyOutcome(outcome, draft, language);
    } catch (thrown) {
      this.#problems = [];
      this.#setStatus(outcome.kind === 'saved' ? 'network-failed' : 'refused');
      this.#context.failed(BroadsideError.from(thrown, 'replies', this.#context.client.endpoint.href));
    }
  }

  #applyOutcome(outcome: Outcome, draft: KeptDraft, language: string): void {
    switch (outcome.kind) {
      case 'saved':
        this.#init.show(outcome, language);
        this.writing.forget(draft);
        if (this.writing.clearSent(draft.fields)) this.#preview.close();
        this.#setStatus(outcome.reply.state === 'waiting' ? 'held' : 'sent');
        this.#init.announce(outcome, { typed: draft.fields, language });
        this.#init.close?.(outcome);
        break;
      case 'invalid':
        this.#showProblems(outcome.problems);
        break;
      case 'failed':
        // Only drafts of new replies are stored, and so can wait.
        if (outcome.failure === 'network-failed' && !navigator.onLine && !this.#init.remove) this.#wait();
        else this.#setStatus(outcome.failure);
        this.#context.failed(outcome.error);
    }
  }

  #wait(): void {
    this.writing.keep(true);
    this.#setStatus('waiting');
  }

  #showProblems(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#setStatus('idle');
    this.writing.focus(problems[0]?.field);
  }

  #setStatus(status: FormRequest['status']): void {
    this.#status = status;
    const { stage } = this.#context;
    const hadFocus = stage.hasFocus();
    this.#render();
    // The button that sends again disappears when it is used.
    if (hadFocus && !stage.hasFocus()) this.buttons.get('send')?.focus({ preventScroll: true });
  }

  #togglePreview(): void {
    if (this.#preview.text !== undefined) {
      this.#preview.close();
      this.#render();
    } else if (this.#showPreview()) {
      this.#context.stage.announce(this.#shown.messages.preview_title);
    }
  }

  /** Returns whether there is a preview. */
  #showPreview(): boolean {
    const problems = this.#preview.open(this.writing.read());
    if (problems.length > 0) this.#showProblems(problems);
    else this.#render();
    return problems.length === 0;
  }

  #render(): void {
    const { core, change } = this.#context;
    const { messages, language, title, setting } = this.#shown;
    const preview = this.#preview.text;
    const request = {
      key: this.#init.key,
      ...this.#init.kind,
      ...{ messages, language, title },
      problems: this.#problems,
      status: this.#status,
      ...(preview !== undefined && { preview }),
    };
    const tree = check(core.form(request), 'interface', setting);
    change(() => {
      this.#region.show(tree);
    });
  }
}

/** Returns those of the problems that are still there, and none that have come since. */
function unmended(problems: readonly Problem[], now: readonly Problem[]): readonly Problem[] {
  return problems.filter((one) => now.some(({ field, code }) => field === one.field && code === one.code));
}
