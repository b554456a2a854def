import { BroadsideError } from '../events/errors.ts';
import { parseAddress } from '../network/address.ts';
import type { Envelope, Translation } from './envelope.ts';

/** Fetches a translation that article.json only points to. */
export type FetchTranslation = (href: URL) => Promise<Translation>;

/** An article's translations. Those with a file of their own are fetched when somebody asks for them, and once. */
export class Translations {
  readonly #envelope: Envelope;
  readonly #address: URL;
  readonly #fetch: FetchTranslation;
  readonly #fetched = new Map<string, Promise<Translation>>();

  /** `address` is where the article.json came from. */
  constructor(envelope: Envelope, address: URL, fetch: FetchTranslation) {
    this.#envelope = envelope;
    this.#address = address;
    this.#fetch = fetch;
  }

  /** The whole of one. What could not be fetched is tried again the next time. */
  async whole(language: string): Promise<Translation> {
    const known = this.#envelope.translations.get(language);
    if (!known) throw new BroadsideError('article', this.#address.href, `no translation into ${language}`);
    if (known.href === undefined) return known;
    const earlier = this.#fetched.get(language);
    if (earlier) return earlier;
    const coming = this.#fetchRest(known, known.href);
    this.#fetched.set(language, coming);
    coming.catch(() => this.#fetched.delete(language));
    return coming;
  }

  /** Has it come before it is asked for. Whether it does shows when it is. */
  prefetch(language: string): void {
    this.whole(language).catch(() => {});
  }

  /** What the file says goes before what article.json says of it. */
  async #fetchRest(known: Translation, href: string): Promise<Translation> {
    const address = parseAddress(href, this.#address);
    if (!address)
      throw new BroadsideError('article', this.#address.href, 'the href of a translation must be an address');
    const { url, view, source } = await this.#fetch(address);
    return { url: url ?? known.url, href: undefined, view, source: { ...known.source, ...source, href: undefined } };
  }
}
