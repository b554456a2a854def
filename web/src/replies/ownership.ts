import type { Reply } from '../core/requests.ts';
import { forget, keep, recall } from '../page/storage.ts';
import { type Kept, keptOf } from './answers.ts';
import type { Ownership } from './client.ts';

/** The server lets a writer change a reply for so long, in milliseconds. */
const lifetime = 15 * 60 * 1000;

interface OwnReply extends Kept {
  /** The language of the text that it was sent to. */
  readonly language: string;
  /** The time at which it can no longer be changed. */
  readonly until: number;
}

/** The replies to an article that the reader has written in this browser, and may still change. They survive a reload. */
export class OwnReplies {
  readonly #storageKey: string;
  readonly #now: () => number;

  constructor(publisher: string, article: string, now: () => number = Date.now) {
    this.#storageKey = `broadside:own:${publisher}:${article}`;
    this.#now = now;
    // Nothing stays stored for longer than it is needed.
    if (this.#read().length === 0) forget(this.#storageKey);
  }

  /** Notes a reply that was sent to the text in that language, or what it has become. */
  note({ reply, token }: Kept, language: string): void {
    const all = this.#read();
    const known = all.find((own) => own.reply.id === reply.id);
    const others = all.filter((own) => own !== known);
    const own = known ? { ...known, reply } : { reply, token, language, until: this.#now() + lifetime };
    const left = own.token === undefined || reply.state === 'deleted' ? others : [...others, own];
    if (left.length > 0) keep(this.#storageKey, JSON.stringify(left));
    else forget(this.#storageKey);
  }

  ids(): string[] {
    return this.#read().map(({ reply }) => reply.id);
  }

  /** Returns those that wait for approval, which the server shows to nobody: all, or those that were sent to one text. */
  waiting(language?: string): Reply[] {
    const here = this.#read().filter((own) => language === undefined || own.language === language);
    return here.map(({ reply }) => reply).filter(({ state }) => state === 'waiting');
  }

  /** Returns the right to change the reply. The server refuses one that it has not given. */
  of(id: string): Ownership {
    return { id, token: this.#read().find(({ reply }) => reply.id === id)?.token ?? '' };
  }

  #read(): OwnReply[] {
    try {
      const all = JSON.parse(recall(this.#storageKey) ?? '[]') as OwnReply[];
      const current = all.filter(({ until }) => this.#now() < until);
      return current.map(({ language, until, ...kept }) => ({ ...keptOf(kept, this.#storageKey), language, until }));
    } catch {
      return [];
    }
  }
}
