import { primarySubtag } from '../../web/src/language/tag.ts';
import { read } from './data.ts';

interface Alias {
  readonly _reason: string;
  readonly _replacement: string;
}

const { languageAlias } = (
  read('cldr-core/supplemental/aliases.json') as {
    supplemental: { metadata: { alias: { languageAlias: Record<string, Alias> } } };
  }
).supplemental.metadata.alias;

/**
 * Lines ALIAS(subtag, current): the subtags that stood for one of the languages, given by tag, or that stand for the part of
 * it which is meant by its name (`cmn` of `zh`). Where CLDR says a region too, it is one of several, and there is no line.
 */
export function aliases(tags: readonly string[]): string[] {
  const languages = new Set(tags.map(primarySubtag));
  return Object.entries(languageAlias)
    .filter(
      ([subtag, { _reason }]) => /^[a-z]{2,3}$/.test(subtag) && /^(deprecated|legacy|macrolanguage)$/.test(_reason),
    )
    .map(([subtag, { _replacement }]) => [subtag, _replacement] as const)
    .filter(([, current]) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(current) && languages.has(primarySubtag(current)))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([subtag, current]) => `ALIAS("${subtag}", "${current}")`);
}
