import type { Fields } from '../core/requests.ts';
import { fieldWords } from '../generated/rules.ts';
import { forget, keep, keptKeys, recall } from '../page/storage.ts';
import type { Sending } from './client.ts';
import { fieldsOf } from './fields.ts';
import { fingerprint } from './fingerprint.ts';

/** A reply that has not been sent, or of which that is not certain. */
export interface Draft {
  readonly fields: Fields;
  /**
   * A random value, made when the draft is first kept, and kept with it. The keys of what is sent are made from it, so that two
   * tabs that have opened the same draft send one reply, without knowing of each other, even after the other has sent it.
   */
  readonly secret?: string;
  /** True if it is to be sent as soon as there is a network. */
  readonly waits?: boolean;
}

export type KeptDraft = Draft & { readonly secret: string };

// A reader may come back within this time; a shared computer does not keep a draft for ever.
const lifetime = 7 * 24 * 60 * 60 * 1000;

/** The means to keep the draft of a form. */
export type Drafts = Pick<DraftBox, 'open' | 'keep' | 'clear'>;

/** Keeps the draft of one form at an article of a publisher. Nothing is stored before the reader writes. */
export class DraftBox {
  readonly #storageKey: string;
  readonly #now: () => number;

  /** `form` is the form's key: letters, digits and hyphens; empty for the form of the article itself. */
  constructor(publisher: string, article: string, form = '', now: () => number = Date.now) {
    this.#storageKey = `broadside:draft${form && '/'}${form}:${publisher}:${article}`;
    this.#now = now;
  }

  /** Returns the draft that was kept, or a new one. */
  open(): Draft {
    const kept = parse(recall(this.#storageKey));
    if (kept && this.#now() < kept.until) return kept;
    forget(this.#storageKey);
    return { fields: fieldsOf(() => '') };
  }

  /** Returns the draft as it is kept now, with its secret. */
  keep(draft: Draft): KeptDraft {
    const kept = { ...draft, secret: draft.secret ?? newSecret() };
    keep(this.#storageKey, JSON.stringify({ ...kept, until: this.#now() + lifetime }));
    return kept;
  }

  /** Forgets the draft. What another tab has begun since then, and kept in its place, stays. */
  clear(draft: Draft): void {
    const kept = parse(recall(this.#storageKey));
    if (!kept || kept.secret === draft.secret) forget(this.#storageKey);
  }
}

/** Returns the ids of the replies to an article of which the answers wait for the network. */
export function answersThatWait(publisher: string, article: string): string[] {
  const pattern = /^broadside:draft\/to-([\w-]+):(.*)$/s;
  const kept = keptKeys().map((key) => pattern.exec(key));
  const here = kept.filter((found) => found?.[2] === `${publisher}:${article}`).map((found) => found?.[1] ?? '');
  return here.filter((id) => new DraftBox(publisher, article, `to-${id}`).open().waits);
}

/**
 * Returns the request that sends a draft. An earlier attempt may have arrived whatever its answer was, so the same words have the
 * same key again, and other words have another.
 */
export function sendingOf({ secret }: KeptDraft, reply: Fields, parent = ''): Sending {
  return { reply, parent, key: `${secret}-${fingerprint(JSON.stringify(fieldWords.map((name) => reply[name])))}` };
}

function parse(json: string | null): (Draft & { until: number }) | undefined {
  if (json === null) return undefined;
  try {
    const { fields, secret, until, waits } = JSON.parse(json) as Partial<Record<string, unknown>>;
    if (typeof until !== 'number' || !isFields(fields)) return undefined;
    return { fields, until, waits: waits === true, ...(isSecret(secret) && { secret }) };
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  const fields = value as Record<string, unknown> | null | undefined;
  return typeof fields === 'object' && fields !== null && fieldWords.every((name) => typeof fields[name] === 'string');
}

/** Returns whether a value is 128 bits in hexadecimal. */
function isSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

/** Returns 128 random bits. `crypto.randomUUID` exists in secure contexts only, and a newspaper's page may be plain http. */
function newSecret(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
