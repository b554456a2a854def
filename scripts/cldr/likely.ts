import { primarySubtag } from '../../web/src/language/tag.ts';
import { read } from './data.ts';

/**
 * The script and region that a language has if its tag does not say: "fa" is "fa-Arab-IR". "und" stands for any
 * language.
 */
const { likelySubtags } = (
  read('cldr-core/supplemental/likelySubtags.json') as { supplemental: { likelySubtags: Record<string, string> } }
).supplemental;

/** The scripts in which a language is written: "az"; and those that fewer of its readers use: "az-alt-secondary". */
const { languageData } = (
  read('cldr-core/supplemental/languageData.json') as {
    supplemental: { languageData: Record<string, { readonly _scripts?: readonly string[] }> };
  }
).supplemental;

const { scriptMetadata } = read('cldr-core/scriptMetadata.json') as {
  scriptMetadata: Record<string, { readonly rtl: string }>;
};

/**
 * Returns the lines RIGHT_TO_LEFT(subtag) of the scripts, of the languages usually written in one of these, and of
 * languages in a region that writes them so; and the lines LEFT_TO_RIGHT(tag) of the regions in which such a language
 * is not.
 */
export function directions(): string[] {
  const scripts = Object.keys(scriptMetadata).filter(isRightToLeft).sort();
  const tags = Object.entries(likelySubtags)
    // Tags with a script are left out, because the script itself tells the direction.
    .filter(([tag]) => /^[a-z]{2,3}(-([A-Z]{2}|\d{3}))?$/.test(tag) && !tag.startsWith('und'))
    .map(([tag, likely]) => ({ tag, rtl: isRightToLeft(scriptOf(likely)) }))
    .filter(({ tag, rtl }) => rtl !== (tag.includes('-') && isRightToLeft(scriptOf(likelySubtags[primarySubtag(tag)]))))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return [
    ...scripts.map((script) => `RIGHT_TO_LEFT("${script}")`),
    ...tags.map(({ tag, rtl }) => `${rtl ? 'RIGHT_TO_LEFT' : 'LEFT_TO_RIGHT'}("${tag}")`),
  ];
}

/**
 * Returns the lines SCRIPTS(language, scripts): the scripts of each language, given by tag, the most usual one first.
 * Languages that are written in Latin alone have no line.
 */
export function scripts(tags: readonly string[]): string[] {
  const languages = [...new Set(tags.map(primarySubtag))].filter((language) => language !== 'und');
  return languages
    .map((language) => [language, scriptsOf(language).join(' ')] as const)
    .filter(([, all]) => all !== 'Latn')
    .map(([language, all]) => `SCRIPTS("${language}", "${all}")`);
}

/** Returns the lines LATIN(language) of those languages that are written in Latin alone. */
export function latin(languages: readonly string[]): string[] {
  return languages
    .filter((language) => scriptsOf(language).join() === 'Latn')
    .map((language) => `LATIN("${language}")`);
}

/** Returns the scripts in which a language is written, the most usual one first and the rarely used ones last. */
function scriptsOf(language: string): string[] {
  const others = languageData[`${language}-alt-secondary`]?._scripts ?? [];
  return [...new Set([...commonScripts(language), ...others])];
}

/** Returns the scripts in which a language is commonly written, the most usual one first. */
export function commonScripts(language: string): string[] {
  return [...new Set([likelyScript(language), ...(languageData[language]?._scripts ?? [])])];
}

export function likelyScript(language: string): string {
  return scriptOf(likelySubtags[language]) || 'Latn';
}

/** The regions in which a language is usually written in another script than elsewhere: `zh-TW` and `Hant`. */
export function likelyRegionalScripts(language: string): [tag: string, script: string][] {
  return Object.entries(likelySubtags)
    .filter(([tag]) => new RegExp(`^${language}-([A-Z]{2}|\\d{3})$`).test(tag))
    .map(([tag, likely]): [string, string] => [tag, scriptOf(likely)])
    .filter(([, script]) => script !== likelyScript(language))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Lines CJK(language): the languages that are usually written in a script of Chinese, Japanese or Korean. */
export function cjk(): string[] {
  const scripts = new Set(['Bopo', 'Hang', 'Hani', 'Hans', 'Hant', 'Hira', 'Hrkt', 'Jpan', 'Kana', 'Kore']);
  return Object.entries(likelySubtags)
    .filter(([tag, likely]) => /^[a-z]{2,3}$/.test(tag) && scripts.has(scriptOf(likely)))
    .map(([tag]) => `CJK("${tag}")`)
    .sort();
}

export function likelyRegion(tag: string): string | undefined {
  return likelySubtags[tag]?.split('-')[2];
}

/** Returns the lines REGION(tag, region): the region in which each language, given by tag, is mostly read. */
export function regions(tags: readonly string[]): string[] {
  // A text in an unknown language (und) is read in no particular region.
  return tags
    .filter((tag) => tag !== 'und')
    .flatMap((tag) => {
      const region = likelyRegion(tag);
      return region === undefined || !/^[A-Z]{2}$/.test(region) ? [] : [`REGION("${tag}", "${region}")`];
    });
}

function scriptOf(likely = ''): string {
  return likely.split('-')[1] ?? '';
}

function isRightToLeft(script: string): boolean {
  return scriptMetadata[script]?.rtl === 'YES';
}
