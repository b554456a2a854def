import { BroadsideError } from '../events/errors.ts';
import { longestArticle } from '../generated/rules.ts';
import { type Bounds, download } from '../network/download.ts';
import type { Origins } from '../network/origins.ts';
import { type Envelope, readEnvelope, readTranslationFile } from './envelope.ts';
import { Translations } from './translations.ts';

export type Source =
  | { kind: 'article'; envelope: Envelope; translations: Translations; address: URL }
  | { kind: 'markdown'; text: string; address: URL };

const bounds: Bounds = { bytes: longestArticle, silence: 15_000 };

/** Returns whether an address is that of a plain Markdown file. Servers are often wrong about the type of such a file. */
export function isMarkdown({ pathname }: URL): boolean {
  return pathname.endsWith('.md');
}

/**
 * Fetches `src`, which is an article.json or a plain Markdown file. The content type does not decide, since servers are often
 * wrong about both. The request is the one that `<link rel="preload" as="fetch" crossorigin>` makes, so that its answer is reused.
 */
export async function fetchArticle(src: URL, origins: Origins, signal: AbortSignal): Promise<Source> {
  const { text, address } = await get(src, {}, origins, signal);
  if (isMarkdown(src)) return { kind: 'markdown', text, address };
  const envelope = readEnvelope(text, address);
  const translations = new Translations(envelope, address, async (href) => {
    // A redirect could lead to where this article may not ask anything.
    const file = await get(href, { credentials: 'omit', redirect: 'error' }, origins, signal);
    return readTranslationFile(file.text, file.address);
  });
  return { kind: 'article', envelope, translations, address };
}

async function get(
  from: URL,
  init: RequestInit,
  origins: Origins,
  signal: AbortSignal,
): Promise<{ text: string; address: URL }> {
  allow(from, origins);
  const { response, text } = await download(from, init, bounds, signal);
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
