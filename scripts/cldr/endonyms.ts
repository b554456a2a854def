import { primarySubtag } from '../../web/src/language/tag.ts';
import { hasMain, readMain, tagsIn } from './data.ts';

interface Names {
  readonly languages: Record<string, string>;
  readonly localeDisplayPattern: { readonly localePattern: string };
}

/** The languages for which CLDR has words, with their script if it distinguishes them. */
export const tags: readonly string[] = tagsIn('cldr-localenames-full')
  .filter((tag) => /^[a-z]+(-[A-Z][a-z]{3})?$/.test(tag))
  .sort();

/**
 * Returns the lines ENDONYM(tag, name) of each language whose own name CLDR has, and of its scripts if there are
 * several. A name begins with a capital if CLDR says that such names do in a menu.
 */
export function endonyms(): string[] {
  return [...named()].map(([tag, name]) => `ENDONYM("${tag}", "${name}")`);
}

/** Returns the languages whose own names CLDR has. */
export function namedLanguages(): string[] {
  return [...new Set([...named().keys()].map(primarySubtag))];
}

function named(): Map<string, string> {
  const names = new Map<string, string>();
  for (const tag of tags) {
    const name = endonym(tag);
    // A name that a language has in any script is found without the script.
    if (name !== undefined && names.get(primarySubtag(tag)) !== name) names.set(tag, forMenu(name, tag));
  }
  return names;
}

function endonym(tag: string): string | undefined {
  if (!hasMain('cldr-localenames-full', tag, 'languages')) return undefined;
  const { languages } = names(tag, 'languages');
  const [language = '', script] = tag.split('-');
  const name = languages[tag] ?? languages[language];
  if (name === undefined || script === undefined || tag in languages) return name;
  const scriptName = nameOfScript(tag, script);
  if (scriptName === undefined) return name;
  const pattern = names(tag, 'localeDisplayNames').localeDisplayPattern.localePattern;
  return pattern.replace('{0}', name).replace('{1}', scriptName);
}

function names(tag: string, file: string): Names {
  return (readMain('cldr-localenames-full', tag, file) as { localeDisplayNames: Names }).localeDisplayNames;
}

function nameOfScript(tag: string, script: string): string | undefined {
  if (!hasMain('cldr-localenames-full', tag, 'scripts')) return undefined;
  const { localeDisplayNames } = readMain('cldr-localenames-full', tag, 'scripts') as {
    localeDisplayNames: { scripts: Record<string, string> };
  };
  return localeDisplayNames.scripts[script];
}

function forMenu(name: string, tag: string): string {
  if (!hasMain('cldr-misc-full', tag, 'contextTransforms')) return name;
  const { contextTransforms } = readMain('cldr-misc-full', tag, 'contextTransforms') as {
    contextTransforms: { languages?: { uiListOrMenu?: string } };
  };
  if (contextTransforms.languages?.uiListOrMenu !== 'titlecase-firstword') return name;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join('');
}
