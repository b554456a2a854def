/** Returns the primary language subtag of a language tag (RFC 5646, section 2.2.1), in lower case: `pt` of `pt-BR`. */
export function primarySubtag(tag: string): string {
  return tag.replace(/-.*/, '').toLowerCase();
}
