// Writes the data that Broadside takes from Unicode's CLDR, in the version of the cldr-… packages in package.json. Run
// npm run cldr after updating these packages, or after adding a language to web/messages.
//
//   web/messages/*.json                    the member `cldr` of each: dates, numbers and lists in that language
//   src/core/language/plural_rules.def     the plural rules of all languages, for whole numbers
//   src/core/language/endonyms.def         the names of the languages in the languages themselves
//   src/core/language/qualifiers.def       the regions and scripts that distinguish variants of a language, in its own words
//   src/core/language/scripts.def          the scripts that languages are written in
//   src/core/language/directions.def       the scripts and the languages that are written from right to left
//   src/core/language/aliases.def          the subtags that stood for a language once, or are a part of one
//   src/core/language/regional_scripts.def the regions that decide on the script of a language
//   src/core/language/words.def            the files of web/messages that readers of other languages take
//   src/core/language/quotes.def           the marks that languages set quotations in
//   src/core/language/cjk.def              the languages that are written in Chinese, Japanese or Korean scripts
//   src/publish/pages/regions.def          the region in which each language is mostly read
//
// The calendar is the Gregorian one everywhere, even if readers also use another one (fa, th): the dates are those of
// articles and replies in the world's common calendar, and `datetime` has the exact time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { aliases } from './cldr/aliases.ts';
import { version } from './cldr/data.ts';
import { endonyms, tags } from './cldr/endonyms.ts';
import { formats } from './cldr/formats.ts';
import { cjk, directions, regions, scripts } from './cldr/likely.ts';
import { pluralRules } from './cldr/plurals.ts';
import { qualifiers } from './cldr/qualifiers.ts';
import { quotes } from './cldr/quotes.ts';
import { regionalScripts, words } from './cldr/words.ts';

const root = new URL('../', import.meta.url);

function writeTable(path: string, about: string, lines: readonly string[]): void {
  const head = ['// Made by scripts/cldr.ts; not to be edited.', `// CLDR ${version}: ${about}`];
  writeFileSync(new URL(path, root), [...head, ...lines, ''].join('\n'));
}

async function writeFormats(file: URL): Promise<void> {
  const words = JSON.parse(readFileSync(file, 'utf8')) as { language: string; cldr?: unknown };
  delete words.cldr;
  const text = JSON.stringify({ ...words, cldr: formats(words.language) });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file.pathname }));
}

const messages = new URL('web/messages/', root);
const files = readdirSync(messages).map((name) => basename(name, '.json'));
for (const name of files) await writeFormats(new URL(`${name}.json`, messages));
writeTable('src/core/language/plural_rules.def', 'plural rules for whole numbers.', pluralRules());
writeTable('src/core/language/endonyms.def', 'what languages are called in themselves.', endonyms());
writeTable('src/core/language/qualifiers.def', 'what tells a language from itself elsewhere.', qualifiers(tags));
writeTable('src/core/language/scripts.def', 'the scripts that languages are written in.', scripts(tags));
writeTable('src/core/language/directions.def', 'what is written from right to left, by likely subtags.', directions());
writeTable('src/core/language/aliases.def', 'what languages were called once, and parts of them.', aliases(tags));
writeTable(
  'src/core/language/regional_scripts.def',
  'the regions that decide on the script of a language.',
  regionalScripts(files),
);
writeTable('src/core/language/words.def', 'the words that readers of other languages take.', words(files));
writeTable('src/core/language/quotes.def', 'the marks that languages set quotations in.', quotes());
writeTable('src/core/language/cjk.def', 'what is written in Chinese, Japanese or Korean scripts.', cjk());
writeTable('src/publish/pages/regions.def', 'where languages are mostly read, by likely subtags.', regions(tags));
