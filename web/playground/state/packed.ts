// A text that was made to be enormous is not unpacked. It is the most that the core takes.
const longestText = 2 << 20;

/** Returns a text deflated, in the alphabet of addresses (RFC 4648, section 5). */
export async function pack(text: string): Promise<string> {
  const bytes = await throughStream(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Returns the text that was packed; undefined if that is none. */
export async function unpack(packed: string): Promise<string | undefined> {
  try {
    const binary = atob(packed.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder().decode(await throughStream(bytes, new DecompressionStream('deflate-raw'), longestText));
  } catch {
    return undefined;
  }
}

/** Returns how many bytes a text takes as gzip, as most servers send it. */
export async function gzippedSize(text: string): Promise<number> {
  const bytes = await throughStream(new TextEncoder().encode(text), new CompressionStream('gzip'));
  return bytes.length;
}

/** Returns what a stream makes of the bytes. Throws if that is more than so many. */
async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Infinity,
): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (value) parts.push(value);
    length += value?.length ?? 0;
    if (length > most) throw new RangeError(`more than ${most} bytes`);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
