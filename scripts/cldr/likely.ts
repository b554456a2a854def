import { read } from './data.ts';

/** "fa": "fa-Arab-IR", the script and the region that a language has where its tag does not say; "und" for any. */
const { likelySubtags } = (
  read('cldr-core/supplemental/likelySubtags.json') as { supplemental: { likelySubtags: Record<string, string> } }
).supplemental;

/** "az": the scripts that the language is written in; "az-alt-secondary": those that fewer of its readers use. */
const { languageData } = (
  read('cldr-core/supplemental/languageData.json') as {
    supplemental: { languageData: Record<string, { readonly _scripts?: readonly string[] }> };
  }
).supplemental;

const { scriptMetadata } = read('cldr-core/scriptMetadata.json') as {
  scriptMetadata: Record<string, { readonly rtl: string }>;
};

/**
 * Lines RIGHT_TO_LEFT(subtag), of the scripts and of the languages usually written in one of these, and of languages in
 * a region that writes them so; lines LEFT_TO_RIGHT(tag) of the regions where such a language is not.
 */
export function directions(): string[] {
  const scripts = Object.keys(scriptMetadata).filter(isRightToLeft).sort();
  const tags = Object.entries(likelySubtags)
    // A script in the tag says it itself.
    .filter(([tag]) => /^[a-z]{2,3}(-([A-Z]{2}|\d{3}))?$/.test(tag) && !tag.startsWith('und'))
    .map(([tag, likely]) => ({ tag, rtl: isRightToLeft(scriptOf(likely)) }))
    .filter(({ tag, rtl }) => rtl !== (tag.includes('-') && isRightToLeft(scriptOf(likelySubtags[languageOf(tag)]))))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return [
    ...scripts.map((script) => `RIGHT_TO_LEFT("${script}")`),
    ...tags.map(({ tag, rtl }) => `${rtl ? 'RIGHT_TO_LEFT' : 'LEFT_TO_RIGHT'}("${tag}")`),
  ];
}

/**
 * Lines SCRIPTS(language, scripts): the scripts of each of the languages, given by tag, the most usual one first. Those
 * that are written in Latin alone have no line.
 */
export function scripts(tags: readonly string[]): string[] {
  const languages = [...new Set(tags.map(languageOf))].filter((language) => language !== 'und');
  return languages
    .map((language) => [language, scriptsOf(language).join(' ')] as const)
    .filter(([, all]) => all !== 'Latn')
    .map(([language, all]) => `SCRIPTS("${language}", "${all}")`);
}

/** The scripts that a language is written in, the most usual one first, and those that few use last. */
function scriptsOf(language: string): string[] {
  const others = languageData[`${language}-alt-secondary`]?._scripts ?? [];
  return [...new Set([...commonScripts(language), ...others])];
}

/** The scripts that a language is commonly written in, the most usual one first. */
export function commonScripts(language: string): string[] {
  return [...new Set([likelyScript(language), ...(languageData[language]?._scripts ?? [])])];
}

export function likelyScript(language: string): string {
  return scriptOf(likelySubtags[language]) || 'Latn';
}

export function likelyRegion(tag: string): string | undefined {
  return likelySubtags[tag]?.split('-')[2];
}

/** Lines REGION(tag, region): where each of the languages, given by tag, is mostly read. */
export function regions(tags: readonly string[]): string[] {
  // What is in no known language is read nowhere in particular.
  return tags
    .filter((tag) => tag !== 'und')
    .flatMap((tag) => {
      const region = likelyRegion(tag);
      return region === undefined || !/^[A-Z]{2}$/.test(region) ? [] : [`REGION("${tag}", "${region}")`];
    });
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? '';
}

function scriptOf(likely = ''): string {
  return likely.split('-')[1] ?? '';
}

function isRightToLeft(script: string): boolean {
  return scriptMetadata[script]?.rtl === 'YES';
}
