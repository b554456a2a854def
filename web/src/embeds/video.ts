import { type VideoPattern, videoPatterns } from '../generated/rules.ts';
import { parseWebAddress } from '../network/address.ts';
import { tokensOf } from '../tree/tokens.ts';

export interface Video {
  readonly provider: string;
  /** The address of the provider's own frame. */
  readonly frame: string;
}

/**
 * Returns the video that an address leads to, if the core knows its form. Only the video's own name and the time to start at go from
 * the address into the frame's, each by its grammar.
 */
export function videoAt(href: string): Video | undefined {
  const address = parseWebAddress(href, href);
  if (address?.port !== '') return undefined;
  for (const pattern of videoPatterns) {
    const name = tokensOf(pattern.hosts).includes(address.hostname) ? nameOf(address, pattern) : undefined;
    if (name !== undefined)
      return { provider: pattern.provider, frame: frames[pattern.provider](name, address, pattern) };
  }
  return undefined;
}

function nameOf({ pathname, searchParams }: URL, { path, parameter, name }: VideoPattern): string | undefined {
  const found = path.exec(pathname);
  if (!found || parameter === undefined) return found?.[1];
  const named = searchParams.get(parameter) ?? '';
  return name?.test(named) ? named : undefined;
}

const frames = { YouTube: youTube, Vimeo: vimeo };

function youTube(name: string, address: URL): string {
  const start = startOf(address);
  const from = start > 0 ? `&start=${start}` : '';
  return `https://www.youtube-nocookie.com/embed/${name}?autoplay=1${from}`;
}

/** Returns the frame's address. That of an unlisted video has a key too: `/76979871/0a1b2c3d4e`. */
function vimeo(name: string, address: URL, { path, key }: VideoPattern): string {
  const given = path.exec(address.pathname)?.[2] ?? address.searchParams.get('h') ?? '';
  const unlisted = key?.test(given) ? `&h=${given}` : '';
  const start = startOf(address);
  const from = start > 0 ? `#t=${start}s` : '';
  return `https://player.vimeo.com/video/${name}?autoplay=1${unlisted}${from}`;
}

/** Returns the second at which to start, as `t` or `start` says: `90`, `90s`, `1h2m3s`. Any other value means the beginning. */
function startOf({ searchParams, hash }: URL): number {
  const said = searchParams.get('t') ?? searchParams.get('start') ?? new URLSearchParams(hash.slice(1)).get('t') ?? '';
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(said) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
