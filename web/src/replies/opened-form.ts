import type { Fields, Reply } from '../core/requests.ts';
import type { ReplyClient, Ownership } from './client.ts';
import { type DraftBox, type Drafts, sendingOf } from './draft.ts';
import type { FormInit } from './form.ts';

/** The properties by which one form differs from another. */
export type FormPurpose = Pick<FormInit, 'drafts' | 'kind' | 'fixed' | 'send' | 'remove'>;

/** Returns the properties of a form that answers a reply, or the article. */
export function toAnswer(client: ReplyClient, drafts: Drafts, parent?: Reply): FormPurpose {
  return {
    drafts,
    ...(parent && { kind: { purpose: 'answer', parentName: parent.name } }),
    send: (draft, reply, language, signal) => client.send(sendingOf(draft, reply, parent?.id), language, signal),
  };
}

/** Returns the properties of a form that edits or deletes one's own reply. */
export function toEdit(client: ReplyClient, { name, website = '', text }: Reply, own: Ownership): FormPurpose {
  const secret = '';
  return {
    // The reply is kept already, so nothing is lost without a draft.
    drafts: {
      open: () => ({ fields: { name: '', email: '', website: '', text } }),
      keep: (draft) => ({ ...draft, secret }),
      clear: () => undefined,
    },
    kind: { purpose: 'edit' },
    // The server has the e-mail address, which nobody gets back.
    fixed: { name, website, email: 'kept@example.com' },
    send: (_, reply, __, signal) => client.edit(own, reply.text, signal),
    remove: (signal) => client.remove(own, signal),
  };
}

/** Returns the drafts of a form that begins with what its reader has typed of themselves elsewhere. */
export function beginningWith(fields: Fields | undefined, drafts: DraftBox): Drafts {
  return {
    open: () => {
      const draft = drafts.open();
      return draft.secret === undefined && fields ? { fields: { ...fields, text: '' } } : draft;
    },
    keep: (draft) => drafts.keep(draft),
    clear: (draft) => {
      drafts.clear(draft);
    },
  };
}
