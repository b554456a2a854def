import { parseWebAddress } from '../network/address.ts';

export interface Video {
  readonly provider: string;
  /** What the provider's own frame is loaded from. */
  readonly frame: string;
}

interface Provider {
  readonly hosts: ReadonlySet<string>;
  readonly find: (address: URL) => Video | undefined;
}

const providers: readonly Provider[] = [
  {
    hosts: new Set([
      'youtube.com',
      'www.youtube.com',
      'm.youtube.com',
      'youtu.be',
      'youtube-nocookie.com',
      'www.youtube-nocookie.com',
    ]),
    find: youTube,
  },
  { hosts: new Set(['vimeo.com', 'www.vimeo.com', 'player.vimeo.com']), find: vimeo },
];

/**
 * The video that an address is of, if it is one of a provider known here. Of the address only the video's own id and the
 * time to start at go into the frame's, each by its grammar.
 */
export function videoAt(href: string): Video | undefined {
  const address = parseWebAddress(href, href);
  if (address?.port !== '') return undefined;
  return providers.find(({ hosts }) => hosts.has(address.hostname))?.find(address);
}

function youTube(address: URL): Video | undefined {
  const path = address.hostname === 'youtu.be' ? /^\/([^/]+)$/ : /^\/(?:embed|live|shorts|v)\/([^/]+)\/?$/;
  const id = path.exec(address.pathname)?.[1] ?? (address.pathname === '/watch' ? address.searchParams.get('v') : null);
  if (id === null || !/^[\w-]{11}$/.test(id)) return undefined;
  const start = startOf(address);
  const from = start > 0 ? `&start=${start}` : '';
  return { provider: 'YouTube', frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${from}` };
}

/** One that is not listed has a key in its address too: `/76979871/0a1b2c3d4e`. */
function vimeo(address: URL): Video | undefined {
  const path = /^(?:\/video|\/channels\/[\w-]+)?\/(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(address.pathname);
  if (!path) return undefined;
  const key = path[2] ?? address.searchParams.get('h') ?? '';
  const unlisted = /^[\da-f]{6,20}$/.test(key) ? `&h=${key}` : '';
  const start = startOf(address);
  const from = start > 0 ? `#t=${start}s` : '';
  return { provider: 'Vimeo', frame: `https://player.vimeo.com/video/${path[1] ?? ''}?autoplay=1${unlisted}${from}` };
}

/** Seconds into the video, as `t` or `start` says: `90`, `90s`, `1h2m3s`. Whatever else it says is the beginning. */
function startOf({ searchParams, hash }: URL): number {
  const said = searchParams.get('t') ?? searchParams.get('start') ?? new URLSearchParams(hash.slice(1)).get('t') ?? '';
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(said) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
