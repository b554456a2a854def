import { contentVocabulary } from '../../../web/src/tree/vocabulary.ts';
import { raw } from '../injections/articles.ts';
import { markup } from '../injections/markup.ts';

/** Letters with many marks above and below them, which are painted far outside of their line. */
const towering = `e${'\u0301\u0316'.repeat(80)} `;
const longWord = 'W'.repeat(2_000);

/** Markdown whose words, pictures and blocks are larger than any column. HOST is the host's own address. */
export const markdown = [
  towering.repeat(20),
  longWord,
  `**${longWord}** \`${longWord}\``,
  `\u202E${longWord}\u202D${longWord}`,
  `    ${longWord}`,
  `![](huge.svg) ![](tall.svg)`,
  `![](huge.svg 'A caption ${longWord}')`,
  `| ${'a | '.repeat(200)}\n| ${'- | '.repeat(200)}\n| ${`${longWord} | `.repeat(200)}`,
  `${'> '.repeat(40)}${longWord}`,
  Array.from({ length: 20 }, (_, i) => `${'  '.repeat(i)}- [x] ${longWord}`).join('\n'),
  `999999999. ${longWord}`,
  '[^n]'.repeat(100),
  `[^n]: ${towering}`,
  '[To the host](HOST#stolen) [to a fragment](#stolen) [to the text](#article-body) <HOST#stolen>',
].join('\n\n');

/** Raw HTML that would leave its place if a page took it as it is. */
export const html = [
  '<div style="position: fixed; inset: 0; z-index: 2147483647">Over everything</div>',
  '<div style="margin: -999px; padding: 999px">Far out</div>',
  '<p class="announcement corner skip">Somewhere else</p>',
  '<img src="huge.svg" width="9999" height="9999" align="left" hspace="999" vspace="999">',
  '<table width="9999" height="9999"><tr><td nowrap width="9999">Wide</td></tr></table>',
  '<a href="#stolen" autofocus tabindex="1" accesskey="s">Focus</a><input autofocus><textarea autofocus></textarea>',
  '<marquee behavior="alternate" width="9999">Moving</marquee>',
  '<iframe src="HOST" width="9999" height="9999"></iframe><link rel="stylesheet" href="HOST"><img src="HOST">',
  '<meta http-equiv="refresh" content="0; url=HOST#stolen"><base href="HOST">',
  '<details open><summary>More</summary><div style="position: absolute; left: -999px">Beside</div></details>',
  ...markup.map(raw),
].join('\n\n');

/** A tree of every element that a publisher's view may hold, in every class, with the attributes that reach the furthest. */
export function view(): unknown {
  const rule = contentVocabulary.get('div')?.attributes.get('class');
  const classes = rule?.kind === 'words' ? [...rule.words] : [];
  const extreme: Record<string, string> = {
    ...{ width: '1', height: '999999', align: 'right', colspan: '1000', rowspan: '1000', dir: 'rtl', open: '' },
    ...{ start: '999999999', value: '999999999', src: 'HOST', href: 'HOST#stolen', type: 'checkbox', disabled: '' },
  };
  const element = (name: string, word: string): unknown => {
    const rule = contentVocabulary.get(name);
    const fitting = Object.entries(extreme).filter(([attribute, value]) => {
      const allowed = rule?.attributes.get(attribute);
      if (!allowed) return false;
      if (allowed.kind === 'number') return Number(value) <= allowed.maximum;
      return allowed.kind !== 'word' || allowed.words.has(value);
    });
    const attributes = { ...Object.fromEntries(fitting), class: word };
    return rule?.empty ? [name, attributes] : [name, attributes, `${towering}${longWord}`];
  };
  const flat = [...contentVocabulary.keys()].flatMap((name) => classes.map((word) => element(name, word)));
  const nested = (word: string): unknown => {
    let tree: unknown = towering;
    for (let i = 0; i < 60; i++) tree = ['div', { class: word }, tree];
    return tree;
  };
  return ['div', ['p', { class: 'skip' }, ['a', { href: '#stolen' }, longWord]], ...flat, ...classes.map(nested)];
}
