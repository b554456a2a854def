import { parseAddress } from '../network/address.ts';
import type { Origins } from '../network/origins.ts';

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

interface Place {
  /** What relative addresses are relative to: where the article's file lies. */
  readonly base: URL;
  /** The publisher's page of this text, which `#…` alone belongs to. */
  readonly page: URL;
  readonly origins: Origins;
  /** What the article's own title is on the host's page: 1 for `h1`. */
  readonly headingLevel: number;
}

/** Where a tree will stand. Its addresses, links and headings depend on that. */
export class Setting {
  readonly origins: Origins;
  readonly headingLevel: number;
  readonly page: URL;
  // A host may have chosen to send whole addresses to everybody; to a publisher's links and pictures it does not.
  readonly referrerPolicy = 'strict-origin-when-cross-origin';
  readonly #base: URL;

  constructor({ base, page, origins, headingLevel }: Place) {
    this.origins = origins;
    this.headingLevel = headingLevel;
    this.#base = base;
    this.page = page;
  }

  /** The address that is meant, absolute; undefined where a browser could make nothing of it. */
  resolve(value: string): URL | undefined {
    return parseAddress(value, value.startsWith('#') ? this.page : this.#base);
  }

  /** Whether a link or a picture may have it. */
  allows(address: URL): boolean {
    return schemes.has(address.protocol);
  }

  /** The `#…` of an address within the very text that is shown, without its hash sign. */
  fragment(address: URL): string | undefined {
    if (address.hash.length < 2 || withoutHash(address) !== withoutHash(this.page)) return undefined;
    return decode(address.hash.slice(1));
  }
}

function withoutHash(address: URL): string {
  return address.href.slice(0, address.href.length - address.hash.length);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
