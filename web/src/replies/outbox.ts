import type { Kept } from './answers.ts';
import type { ConversationContext } from './context.ts';
import { type DraftBox, type KeptDraft, sendingOf } from './draft.ts';

/** An answer that waits for the network. */
export interface WaitingAnswer {
  /** The id of the reply that it answers. */
  readonly parent: string;
  readonly drafts: DraftBox;
}

/** Sends an answer whose form is not open. Returns nothing if it waits on, or if the server refuses it and it is a draft again. */
export async function sendWaiting(
  { parent, drafts }: WaitingAnswer,
  language: string,
  { core, client, end }: ConversationContext,
): Promise<{ readonly kept: Kept; readonly draft: KeptDraft } | undefined> {
  const draft = drafts.keep(drafts.open());
  const { reply } = core.validate(draft.fields);
  const outcome = reply && (await client.send(sendingOf(draft, reply, parent), language, end).catch(() => undefined));
  if (outcome?.kind === 'saved') {
    drafts.clear(draft);
    return { kept: outcome, draft };
  }
  const isRefused = outcome?.kind === 'invalid' || (outcome?.kind === 'failed' && outcome.failure === 'refused');
  if (!reply || isRefused) drafts.keep({ ...draft, waits: false });
  return undefined;
}
