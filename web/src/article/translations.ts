import { BroadsideError } from '../events/errors.ts';
import { parseAddress } from '../network/address.ts';
import type { Envelope, Translation } from './envelope.ts';

/** Fetches a translation that article.json only points to. */
export type FetchTranslation = (href: URL) => Promise<Translation>;

/** An article's translations. One with a file of its own is fetched once, when it is first asked for. */
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

  /** Returns the whole translation into a language. One that could not be fetched is tried again the next time. */
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

  /** Fetches a translation before it is asked for. A failure is reported only when it is. */
  prefetch(language: string): void {
    this.whole(language).catch(() => {});
  }

  /** Returns the translation with the members of its own file, which take precedence over those in article.json. */
  async #fetchRest(known: Translation, href: string): Promise<Translation> {
    const address = parseAddress(href, this.#address);
    if (!address)
      throw new BroadsideError('article', this.#address.href, 'the href of a translation must be an address');
    const { url, view, source } = await this.#fetch(address);
    return { url: url ?? known.url, href: undefined, view, source: { ...known.source, ...source, href: undefined } };
  }
}
