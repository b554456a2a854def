import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { tags } from '../../scripts/cldr/endonyms.ts';
import { likelyScript } from '../../scripts/cldr/likely.ts';

const read = (name: string): string => readFileSync(new URL(`../../web/styles/${name}.css`, import.meta.url), 'utf8');

/** The scripts whose lines are as high as those of Latin letters, so that no rule names them. */
const alphabets = ['Armn', 'Cher', 'Copt', 'Cyrl', 'Dsrt', 'Geor', 'Grek', 'Latn', 'Osge', 'Shaw'];

/** The languages that print Arabic letters in Nastaliq. */
const nastaliq = ['ks', 'pa-Arab', 'skr', 'trw', 'ur'];

/** The height that a rule gives each language or script that it names: "km", "-khmr". */
const stacks = new Map(
  [...read('scripts').matchAll(/([^{}]+)\{\s*--_stack: ([\d.]+)/g)].flatMap(([, selector = '', stack = '']) =>
    [...selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '').matchAll(/:lang\(([\w-]+)\)|lang\*='(-\w+)'/g)].map(
      ([, language, script]): [string, number] => [language ?? script ?? '', Number(stack)],
    ),
  ),
);

const languages = tags.filter((tag) => tag !== 'und' && !tag.includes('-'));

suite('the languages that CLDR knows', () => {
  test('have the line height of the script in which they are mostly written', () => {
    for (const language of languages.filter((tag) => !nastaliq.includes(tag))) {
      const script = likelyScript(language);
      if (!alphabets.includes(script))
        assert.equal(stacks.get(language), stacks.get(`-${script.toLowerCase()}`), language);
    }
    for (const language of nastaliq) assert.equal(stacks.get(language), stacks.get('-aran'), language);
  });

  test('have a large first letter only if their letters stand alone and are read from left to right', () => {
    const [, excluded = ''] = /\.article:dir\(ltr\):not\(([^{]+?)\)\s*:is\(/s.exec(read('typesetting')) ?? [];
    const without = new Set([...excluded.matchAll(/:lang\(([\w-]+)\)/g)].map(([, tag]) => tag));
    const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];
    for (const language of languages) {
      const script = likelyScript(language);
      if (!rightToLeft.includes(script)) assert.equal(without.has(language), !alphabets.includes(script), language);
    }
  });
});
