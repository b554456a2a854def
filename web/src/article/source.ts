import { BroadsideError } from '../events/errors.ts';
import { longestArticle, longestSignature } from '../generated/rules.ts';
import { type Bounds, download } from '../network/download.ts';
import type { Origins } from '../network/origins.ts';
import { type Envelope, readEnvelope, readTranslationFile } from './envelope.ts';
import { Signature, type Trust } from './signature.ts';
import { Translations } from './translations.ts';

export type Source =
  | { kind: 'article'; envelope: Envelope; translations: Translations; address: URL }
  | { kind: 'markdown'; text: string; address: URL };

const bounds: Bounds = { bytes: longestArticle, silence: 15_000 };
const signatureBounds: Bounds = { ...bounds, bytes: longestSignature };

/** Returns whether an address is that of a plain Markdown file. Servers are often wrong about the type of such a file. */
export function isMarkdown({ pathname }: URL): boolean {
  return pathname.endsWith('.md');
}

/**
 * Fetches `src`, which is an article.json or a plain Markdown file. The content type does not decide, since servers are often
 * wrong about both. The request is the one that `<link rel="preload" as="fetch" crossorigin>` makes, so that its answer is reused.
 * With `trust`, everything that is returned is signed as that requires.
 */
export async function fetchArticle(src: URL, origins: Origins, signal: AbortSignal, trust?: Trust): Promise<Source> {
  if (trust) return fetchSigned(src, origins, signal, trust);
  const { text, address } = await get(src, {}, origins, signal);
  return isMarkdown(src) ? { kind: 'markdown', text, address } : sourceOf(text, address, origins, signal);
}

async function fetchSigned(src: URL, origins: Origins, signal: AbortSignal, trust: Trust): Promise<Source> {
  if (!src.pathname.endsWith('/article.json'))
    throw new BroadsideError('signature', src.href, 'with a key, src must be an article.json');
  return twiceIfNeeded(async (init) => {
    const [{ text, address }, signature] = await Promise.all([
      get(src, init, origins, signal),
      fetchSignature(src, init, origins, signal, trust),
    ]);
    await signature.checkArticle(text, src, trust);
    return sourceOf(text, address, origins, signal, signature);
  });
}

/** Fetches article.sig.json from beside article.json. */
async function fetchSignature(
  src: URL,
  init: RequestInit,
  origins: Origins,
  signal: AbortSignal,
  trust: Trust,
): Promise<Signature> {
  const address = new URL(src);
  address.pathname = address.pathname.replace(/json$/, 'sig.json');
  const { text } = await get(address, init, origins, signal, signatureBounds).catch((thrown: unknown) => {
    if (thrown instanceof BroadsideError && thrown.code === 'http')
      throw new BroadsideError('signature', address.href, `there is no signature: ${thrown.message}`);
    throw thrown;
  });
  return Signature.verify(text, trust, address.href);
}

/** If what came does not fit its signature, one of the two may be an older one that the browser has kept, so both are fetched anew. */
async function twiceIfNeeded<Result>(attempt: (init: RequestInit) => Promise<Result>): Promise<Result> {
  return attempt({}).catch((thrown: unknown) => {
    if (thrown instanceof BroadsideError && /^(signature|outdated)$/.test(thrown.code))
      return attempt({ cache: 'no-cache' });
    throw thrown;
  });
}

/** Reads article.json. A signed one has the address at which its publisher has signed it, wherever it came from. */
function sourceOf(text: string, from: URL, origins: Origins, signal: AbortSignal, signature?: Signature): Source {
  const envelope = readEnvelope(text, from);
  const address = signature?.base ?? from;
  const translations = new Translations(envelope, address, async (href) => {
    // A redirect could lead to where this article may not ask anything.
    const file = await get(href, { credentials: 'omit', redirect: 'error' }, origins, signal);
    await signature?.checkFile(href.pathname.replace(/.*\//, ''), file.text);
    return readTranslationFile(file.text, file.address);
  });
  return { kind: 'article', envelope, translations, address };
}

async function get(
  from: URL,
  init: RequestInit,
  origins: Origins,
  signal: AbortSignal,
  within = bounds,
): Promise<{ text: string; address: URL }> {
  allow(from, origins);
  const { response, text } = await download(from, init, within, signal);
  if (!response.ok) throw new BroadsideError('http', from.href, `answered ${response.status}`);
  const address = new URL(response.url || from);
  allow(address, origins);
  return { text, address };
}

function allow(address: URL, origins: Origins): void {
  if (origins.allow(address)) return;
  throw new BroadsideError(
    'host-origin',
    address.href,
    'a publisher elsewhere may ask nothing of the host’s own origin',
  );
}
