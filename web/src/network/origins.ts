/**
 * Addresses that a publisher names may not make the reader's browser send requests to the host, since these would come from the
 * host's own page. If the host shows an article of its own, publisher and host are the same, and there is nothing to guard.
 */
export class Origins {
  readonly host: string;
  readonly publisher: string;

  constructor(host: string, publisher: string) {
    this.host = host;
    this.publisher = publisher;
  }

  get foreign(): boolean {
    return serverOf(this.host) !== serverOf(this.publisher);
  }

  /** Returns whether an address that the publisher named may be fetched or shown as a picture. */
  allow(address: URL): boolean {
    return !this.foreign || serverOf(address.origin) !== serverOf(this.host);
  }
}

/** Returns an origin's server, whatever the scheme, because browsers turn http into https by themselves (mixed content, HSTS). */
function serverOf(origin: string): string {
  return origin.replace(/^https?:\/\/|:(80|443)$/g, '');
}
