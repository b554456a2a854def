import { forget, keep, recall } from '../storage.ts';
import type { Fields, Sending } from './client.ts';

/** A reply that has not been sent, or not for sure. */
export interface Draft {
  readonly fields: Fields;
  /** The last attempt: it may have arrived, whatever the answer was. */
  readonly sending?: Sending;
}

// Long enough to come back to; a shared computer does not keep it for ever.
const lifetime = 7 * 24 * 60 * 60 * 1000;
const noFields: Fields = { name: '', email: '', website: '', text: '' };

/** Keeps one draft for each article of a publisher. Nothing is stored before the reader writes. */
export class DraftBox {
  readonly #storageKey: string;
  readonly #now: () => number;

  constructor(publisher: string, article: string, now: () => number = Date.now) {
    this.#storageKey = `broadside:draft:${publisher}:${article}`;
    this.#now = now;
  }

  /** The draft that was kept, or a new one. */
  open(): Draft {
    const kept = parse(recall(this.#storageKey));
    if (kept && this.#now() < kept.until) return kept;
    forget(this.#storageKey);
    return { fields: noFields };
  }

  keep(draft: Draft): void {
    keep(this.#storageKey, JSON.stringify({ ...draft, until: this.#now() + lifetime }));
  }

  /** Keeps the draft with what goes out of it: the last attempt once more, or another reply. */
  send(draft: Draft, reply: Fields): Draft & { readonly sending: Sending } {
    const again = draft.sending && isSame(draft.sending.reply, reply);
    const sent = { ...draft, sending: again ? draft.sending : { reply, key: newKey() } };
    this.keep(sent);
    return sent;
  }

  clear(): void {
    forget(this.#storageKey);
  }
}

function parse(json: string | null): (Draft & { until: number }) | undefined {
  if (json === null) return undefined;
  try {
    const { fields, sending, until } = JSON.parse(json) as Partial<Record<string, unknown>>;
    if (typeof until !== 'number' || !isFields(fields)) return undefined;
    return { fields, until, ...(isSending(sending) && { sending }) };
  } catch {
    return undefined;
  }
}

const names = Object.keys(noFields) as (keyof Fields)[];

function isFields(value: unknown): value is Fields {
  const fields = value as Record<string, unknown> | null | undefined;
  return typeof fields === 'object' && fields !== null && names.every((name) => typeof fields[name] === 'string');
}

function isSending(value: unknown): value is Sending {
  const sending = value as Partial<Record<keyof Sending, unknown>> | null | undefined;
  return typeof sending === 'object' && typeof sending?.key === 'string' && isFields(sending.reply);
}

function isSame(one: Fields, other: Fields): boolean {
  return names.every((name) => one[name] === other[name]);
}

/** A version 4 UUID. `crypto.randomUUID` is there in secure contexts only, and a newspaper's page may be plain http. */
function newKey(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  );
}
