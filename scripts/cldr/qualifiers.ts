import { hasMain, readMain, tagsIn } from './data.ts';
import { commonScripts, likelyRegion, likelyScript } from './likely.ts';

interface Part {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

type Names = Record<string, string>;

/**
 * Returns the lines QUALIFIER(tag, name): the words that distinguish a language from itself in another region ("pt-BR":
 * "Brasil") or in another script ("kk-Latn": "латын жазуы"), in the language itself. There is a line for each region in
 * which CLDR knows the language, if there are several, and for each script of the language. The tag names the script
 * only if another is usual.
 */
export function qualifiers(tags: readonly string[]): string[] {
  const lines = [...scripts(tags), ...regions()].sort(([a], [b]) => (a < b ? -1 : 1));
  return lines.map(([tag, name]) => `QUALIFIER("${tag}", "${name}")`);
}

function scripts(tags: readonly string[]): [tag: string, name: string][] {
  const languages = tags.filter((tag) => !tag.includes('-') && tag !== 'und');
  return languages.flatMap((language) => {
    const names = ownNames(language, 'scripts');
    // Most languages with another alphabet are sometimes transliterated into Latin letters.
    return [...new Set([...commonScripts(language), 'Latn'])].flatMap((script): [string, string][] => {
      const name = names[script];
      const isAlone = script === likelyScript(language) && commonScripts(language).length === 1;
      // If a language's name already says its script, it needs no other word.
      return name === undefined || isAlone || tags.includes(`${language}-${script}`)
        ? []
        : [[`${language}-${script}`, name]];
    });
  });
}

function regions(): [tag: string, name: string][] {
  const locales = tagsIn('cldr-localenames-full').map(parsed);
  const elsewhere = locales.filter(({ region }) => region !== undefined);
  const several = new Set(elsewhere.map(({ language }) => language));
  // The data for tags without a region have no folder of their own.
  const usual = locales
    .filter(({ language, region }) => region === undefined && several.has(language))
    .map((part) => ({ ...part, region: likelyRegion(tagOf(part)) ?? likelyRegion(part.language) }));
  const found = [...elsewhere, ...usual].flatMap((part): [string, string][] => {
    const { region = '' } = part;
    const names = [tagOf(part), tagOf({ ...part, region: undefined }), part.language].map((tag) =>
      ownNames(tag, 'territories'),
    );
    const name = names.map((each) => each[`${region}-alt-short`] ?? each[region]).find((one) => one !== undefined);
    return name === undefined || name === region ? [] : [[withoutUsualScript(part), name]];
  });
  return [...new Map(found.reverse())];
}

function parsed(tag: string): Part {
  const [language = '', ...rest] = tag.split('-');
  return {
    language,
    script: rest.find((subtag) => subtag.length === 4),
    region: rest.find((subtag) => /^([A-Z]{2}|\d{3})$/.test(subtag)),
  };
}

function tagOf({ language, script, region }: Part): string {
  return [language, script, region].filter((subtag) => subtag !== undefined).join('-');
}

function withoutUsualScript(part: Part): string {
  const isUsual = part.language !== 'zh' && part.script === likelyScript(part.language);
  return tagOf(isUsual ? { ...part, script: undefined } : part);
}

function ownNames(tag: string, file: 'scripts' | 'territories'): Names {
  if (!hasMain('cldr-localenames-full', tag, file)) return {};
  const { localeDisplayNames } = readMain('cldr-localenames-full', tag, file) as {
    localeDisplayNames: Record<string, Names>;
  };
  return localeDisplayNames[file] ?? {};
}
