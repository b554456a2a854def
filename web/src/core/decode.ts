const decoder = new TextDecoder();
const piece = 8192;

/**
 * Decodes UTF-8. It decodes in pieces, because making room for a long text takes browsers many times as long as decoding it,
 * and joining the pieces costs nothing.
 */
export function decode(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += piece) {
    const end = start + piece;
    text += decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
  }
  return text;
}
