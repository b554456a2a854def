import { forget, keep, recall } from '../storage.ts';
import type { Fields } from './client.ts';

/** A reply that has not been sent, or not for sure. */
export interface Draft {
  readonly fields: Fields;
  /** Made once for a draft, so that sending it twice does not keep it twice. */
  readonly key: string;
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
    return { fields: noFields, key: newKey() };
  }

  keep(draft: Draft): void {
    keep(this.#storageKey, JSON.stringify({ ...draft, until: this.#now() + lifetime }));
  }

  clear(): void {
    forget(this.#storageKey);
  }
}

function parse(json: string | null): (Draft & { until: number }) | undefined {
  if (json === null) return undefined;
  try {
    const { fields, key, until } = JSON.parse(json) as Partial<Record<string, unknown>>;
    if (typeof key !== 'string' || typeof until !== 'number' || !isFields(fields)) return undefined;
    return { fields, key, until };
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  const fields = value as Record<string, unknown> | null;
  return (
    typeof fields === 'object' &&
    fields !== null &&
    Object.keys(noFields).every((name) => typeof fields[name] === 'string')
  );
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
