/**
 * The best of the available tags for a list of language ranges, in the reader's order: RFC 4647, section 3.4 (lookup),
 * and after it, for each range, the first tag of the same language in the same script. So a reader of pt-PT gets pt-BR
 * rather than a language that comes later in the list, and a reader of zh-TW gets zh-Hant, not zh-Hans.
 */
export function lookup(ranges: readonly string[], available: readonly string[], fallback: string): string {
  const tags = new Map(available.map((tag) => [canonical(tag), tag]));
  for (const range of ranges) {
    const found = truncated(canonical(range), tags) ?? related(range, available);
    if (found !== undefined) return found;
  }
  return fallback;
}

/** RFC 4647, section 3.4: the range is cut from its end until it is a tag. `*` names no language, and is passed over. */
function truncated(range: string, tags: ReadonlyMap<string, string>): string | undefined {
  for (let subtags = range.split('-'); subtags.length > 0;) {
    const found = tags.get(subtags.join('-'));
    if (found !== undefined) return found;
    subtags.pop();
    // "Single letter or digit subtags (…) are removed as well."
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
}

function related(range: string, available: readonly string[]): string | undefined {
  const wanted = languageAndScript(range);
  return wanted === undefined ? undefined : available.find((tag) => languageAndScript(tag) === wanted);
}

function languageAndScript(tag: string): string | undefined {
  // No language, though the likeliest one would be English.
  if (/^und\b/i.test(tag)) return undefined;
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script === undefined ? undefined : `${language}-${script}`;
  } catch {
    return undefined;
  }
}

/** What Intl does not know, such as the private `x-klingon`, is compared as it is but for its case. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() ?? '';
  } catch {
    return tag.toLowerCase();
  }
}
