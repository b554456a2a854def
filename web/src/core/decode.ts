const decoder = new TextDecoder();
const piece = 8192;

/**
 * The text that the bytes are in UTF-8. They are decoded in pieces, since to make room for a long text takes browsers
 * many times as long as to decode it, and to join pieces takes none.
 */
export function decode(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += piece) {
    const end = start + piece;
    text += decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
  }
  return text;
}
