import { read } from './data.ts';
import { likelyRegionalScripts, likelyScript } from './likely.ts';

const { parentLocale } = (
  read('cldr-core/supplemental/parentLocales.json') as {
    supplemental: { parentLocales: { parentLocale: Record<string, string> } };
  }
).supplemental.parentLocales;

/**
 * Lines WORDS(language, tag): the languages that have no file of words themselves, and the file that their readers take. The
 * files are given by tag. Lines SCRIPTS_OF_WORDS(language, scripts): the languages that have a file for each of their scripts.
 */
export function words(files: readonly string[]): string[] {
  return [
    ...files.flatMap((file) => siblings(file).map((language) => `WORDS("${language}", "${file}")`)),
    ...inSeveralScripts(files).flatMap(([language, scripts]) => [
      `WORDS("${language}", "${language}-${likelyScript(language)}")`,
      `SCRIPTS_OF_WORDS("${language}", "${scripts.join(' ')}")`,
    ]),
  ];
}

/** Lines SCRIPT_IN_REGION(tag, script), for these languages: their usual script, and the regions that have another one. */
export function regionalScripts(files: readonly string[]): string[] {
  return inSeveralScripts(files).flatMap(([language]) => [
    `SCRIPT_IN_REGION("${language}", "${likelyScript(language)}")`,
    ...likelyRegionalScripts(language).map(([tag, script]) => `SCRIPT_IN_REGION("${tag}", "${script}")`),
  ]);
}

/** The language above it in CLDR, and the others below that one: of `nb`, `no` and `nn`. */
function siblings(language: string): string[] {
  const parent = parentLocale[language];
  if (parent === undefined || parent === 'und' || !/^[a-z]{2,3}$/.test(parent)) return [];
  const others = Object.keys(parentLocale).filter((tag) => parentLocale[tag] === parent && /^[a-z]{2,3}$/.test(tag));
  return [parent, ...others].filter((tag) => tag !== language);
}

function inSeveralScripts(files: readonly string[]): [language: string, scripts: readonly string[]][] {
  const scripts = new Map<string, string[]>();
  for (const file of files) {
    const [language = '', script] = file.split('-');
    if (script !== undefined) scripts.set(language, [...(scripts.get(language) ?? []), script]);
  }
  return [...scripts];
}
