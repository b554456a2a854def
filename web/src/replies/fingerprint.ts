/**
 * Returns a short name for a text: the same for the same text, and another for any other that the same reader is likely to write.
 * It is FNV-1a with 64 bits over UTF-8, in hexadecimal. It does not hide the text; `crypto.subtle`, which could, exists in secure
 * contexts only.
 */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
