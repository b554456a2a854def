import { primarySubtag } from './tag.ts';

/**
 * Returns the best of the available tags for a list of language ranges in the reader's order. It is the lookup of RFC 4647,
 * section 3.4, over canonical tags; it never leads to another script, but may lead to another region. What it knows of languages
 * comes from the browser's own tables (Intl); what they do not take for a tag is compared as it is.
 *
 * For each range, before the next one is looked at:
 *   1. the very variety that CLDR takes a range without a region for: a reader of `pt` gets `pt-BR` before `pt`;
 *   2. the range itself, then cut from its end until it is a tag: `es-419`, then `es`;
 *   3. the nearest of what else there is in the same language and script: `pt-PT` for `pt-BR`, `zh-Hant` for `zh-TW`.
 *
 * No step leads from one script to another: a reader of `zh-TW` gets neither `zh-Hans` nor `zh`. Nor does any lead to
 * another language, for those are in the reader's list if they read them; Norwegian, under its three tags, is one.
 */
export function lookup(ranges: readonly string[], available: readonly string[], fallback: string): string {
  return new LanguageList(available).lookup(ranges) ?? fallback;
}

/** The available tags, read once for many lookups. */
export class LanguageList {
  readonly #tags: readonly Tag[];

  constructor(available: readonly string[]) {
    this.#tags = available.map((tag) => new Tag(tag));
  }

  /** Returns the best of the tags for these ranges; undefined if none suits. */
  lookup(ranges: readonly string[]): string | undefined {
    for (const range of ranges.slice(0, mostRanges).filter(isTag)) {
      for (const wanted of rangesToTry(new Tag(range))) {
        const tags = this.#tags.filter(({ language }) => language === wanted.language);
        const found = usualVariety(wanted, tags) ?? truncated(wanted, tags) ?? nearest(wanted, tags);
        if (found) return found.written;
      }
    }
    return undefined;
  }
}

// Browsers list a handful of ranges. A list or a tag that is much longer was made to cost time.
const mostRanges = 50;
const longestTag = 100;

function isTag(text: string): boolean {
  return text.length <= longestTag && /^[a-z\d]+(-[a-z\d]+)*$/i.test(text);
}

class Tag {
  /** The tag as the article or the reader has it. */
  readonly written: string;
  /** The canonical tag in lower case. A tag that Intl does not know, such as `x-klingon`, is only lowered. */
  readonly canonical: string;
  /** The canonical primary subtag. */
  readonly language: string;
  readonly hasRegion: boolean;
  readonly #locale: Intl.Locale | undefined;
  #likely: Intl.Locale | undefined;

  constructor(written: string) {
    this.written = written;
    try {
      this.#locale = new Intl.Locale(written);
    } catch {
      // It is compared as it is.
    }
    this.canonical = String(this.#locale ?? written).toLowerCase();
    this.language = primarySubtag(this.canonical);
    this.hasRegion = this.#locale?.region !== undefined;
  }

  /**
   * The tag with its likeliest script and region, which are found out when they are asked for, because that is slow; undefined for
   * what is no language.
   */
  get likely(): Intl.Locale | undefined {
    // The likeliest language of `und` would be English.
    if (this.language === 'und') return undefined;
    return (this.#likely ??= this.#locale?.maximize());
  }
}

/** A reader of one of these languages reads the others too, in this order of preference. */
const mutuallyReadable = new Map([
  ['nb', ['nb', 'no', 'nn']],
  ['nn', ['nn', 'nb', 'no']],
  ['no', ['no', 'nb', 'nn']],
]);

function rangesToTry(range: Tag): readonly Tag[] {
  const { canonical, language } = range;
  const others = mutuallyReadable.get(language);
  return others?.map((other) => new Tag(canonical.replace(/^[^-]+/, other))) ?? [range];
}

function usualVariety(range: Tag, tags: readonly Tag[]): Tag | undefined {
  const varieties = range.hasRegion ? [] : tags.filter(({ hasRegion }) => hasRegion);
  return varieties.find(({ likely }) => likely && likely.toString() === range.likely?.toString());
}

/** Cuts the range from its end as in RFC 4647, section 3.4, but never leads to another script. `*` has been passed over. */
function truncated(range: Tag, tags: readonly Tag[]): Tag | undefined {
  for (let subtags = range.canonical.split('-'); subtags.length > 0;) {
    const cut = subtags.join('-');
    const found = tags.find((tag) => tag.canonical === cut && haveSameScript(tag, range));
    if (found) return found;
    subtags.pop();
    // "Single letter or digit subtags (…) are removed as well."
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
}

/**
 * Returns the nearest of the tags, which are of the range's language, in its script. It prefers a tag without a region, then one
 * for an area of the world (`en-001`, `es-419`), then one with the language's likeliest region, and then the first that there is.
 */
function nearest(range: Tag, tags: readonly Tag[]): Tag | undefined {
  const { likely } = range;
  if (!likely) return undefined;
  const near = tags.filter((tag) => haveSameScript(tag, range));
  return (
    near.find((tag) => !tag.hasRegion) ??
    near.find((tag) => /^\d/.test(tag.likely?.region ?? '')) ??
    near.find((tag) => tag.likely?.region === new Intl.Locale(likely.language).maximize().region) ??
    near[0]
  );
}

function haveSameScript(one: Tag, other: Tag): boolean {
  return one.canonical === other.canonical || one.likely?.script === other.likely?.script;
}
