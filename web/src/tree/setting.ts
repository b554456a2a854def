import { fragmentOf, parseAddress } from '../network/address.ts';
import type { Origins } from '../network/origins.ts';

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

interface SettingInit {
  /** The base of relative addresses: the address of the article's file. */
  readonly base: URL;
  /** The publisher's page of this text, which `#…` alone belongs to. */
  readonly page: URL;
  readonly origins: Origins;
  /** The heading level of the article's title on the host's page: 1 for `h1`. */
  readonly headingLevel: number;
}

/** The page and the publisher for which a tree is checked. Its addresses, links and headings depend on them. */
export class Setting {
  readonly origins: Origins;
  readonly headingLevel: number;
  readonly page: URL;
  // A host may send whole addresses to everybody else, but not to a publisher's links and pictures.
  readonly referrerPolicy = 'strict-origin-when-cross-origin';
  readonly #base: URL;

  constructor({ base, page, origins, headingLevel }: SettingInit) {
    this.origins = origins;
    this.headingLevel = headingLevel;
    this.#base = base;
    this.page = page;
  }

  /** Returns `value` as an absolute address; undefined if a browser could not read it. */
  resolve(value: string): URL | undefined {
    return parseAddress(value, value.startsWith('#') ? this.page : this.#base);
  }

  /** Returns whether a link or a picture may have the address. */
  allows(address: URL): boolean {
    return schemes.has(address.protocol);
  }

  /** Returns the fragment of an address that leads into the text that is shown; undefined for any other address. */
  fragment(address: URL): string | undefined {
    if (address.hash.length < 2 || withoutHash(address) !== withoutHash(this.page)) return undefined;
    return fragmentOf(address);
  }
}

function withoutHash(address: URL): string {
  return address.href.slice(0, address.href.length - address.hash.length);
}
