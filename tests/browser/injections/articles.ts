import { rawHtmlWords } from '../../../web/src/generated/rules.ts';
import { addresses } from './addresses.ts';
import { type Markup, markup } from './markup.ts';
import { views } from './views.ts';

/** The answer of a publisher's server: an article.json, or a plain Markdown file. */
export interface Attack {
  readonly file: 'json' | 'md';
  readonly text: string;
  /** True if nothing in it is malformed: it must be shown, so that no refusal hides the harm that it could do. */
  readonly isShown: boolean;
}

function article(translation: object, others: object = {}): Attack {
  const en = { title: 'A title', markdown: 'Text.', url: 'en/', ...translation };
  const json = { broadside: 1, id: 'an-article', default: 'en', translations: { en }, ...others };
  return { file: 'json', text: JSON.stringify(json), isShown: false };
}

function shown(attack: Attack): Attack {
  return { ...attack, isShown: true };
}

/** Returns Markdown with the text in every position that keeps some of it. */
export function everywhere(text: string): string {
  return [
    `# ${text}`,
    text,
    `*${text}* **${text}** ~~${text}~~ \`${text}\` \\${text}`,
    `[${text}](https://x.test/ "${text}") [${text}][r] ![${text}](p.svg "${text}")`,
    `![${text}](p.svg '${text}')`,
    `> ${text}\n\n- ${text}\n- [x] ${text}`,
    `| ${text} | b |\n| --- | --- |\n| ${text} | ${text} |`,
    `\`\`\`${text}\n${text}\n\`\`\``,
    `~~~ a ${text}\n${text}\n~~~`,
    `    ${text}`,
    `Note[^${text}] and [^n].\n\n[^${text}]: ${text}\n\n[^n]: ${text}`,
    `<https://x.test/${text}> https://x.test/${text} ${text}@x.test`,
    `[r]: <https://x.test/${text}> "${text}"`,
  ].join('\n\n');
}

/** Returns Markdown with the address in every position that can hold one, including those in raw HTML. */
export function linking(address: string): string {
  return [
    `[x](${address}) [x](<${address}>) [x][r] ![x](${address}) ![x](<${address}>) <${address}> ${address}`,
    `![x](<${address}>)`,
    `[![x](<${address}>)](<${address}>)`,
    `<a href="${address}">x</a> <img src="${address}"> <a href='${address}'>x</a>`,
    `<div><img src="${address}" alt="x"></div>`,
    `<blockquote cite="${address}">x</blockquote>`,
    `[r]: <${address}>`,
  ].join('\n\n');
}

/** Returns raw HTML as a block, in the middle of a line, in other blocks, and cut in two by the end of a block. */
export function raw({ html }: Markup): string {
  const half = Math.ceil(html.length / 2);
  return [
    html,
    `Before ${html} after.`,
    `<div align="center">\n\n${html}\n\n</div>`,
    `<div markdown="1">${html}</div>`,
    `- ${html}\n\n> ${html}\n\n| ${html} |\n| --- |\n| ${html} |`,
    `${html.slice(0, half)}\n\n${html.slice(half)}`,
  ].join('\n\n');
}

const texts = markup.map(({ html }) => html.replaceAll('\n', ' '));

function inEachMode(markdown: string): Attack[] {
  return rawHtmlWords.map((html) => shown(article({ markdown }, { html })));
}

function inTexts(text: string): Attack[] {
  const lead = { src: 'p.svg', alt: text, caption: text, credit: text };
  const translation = { title: text, dek: text, authors: [text, text], lead, markdown: everywhere(text), [text]: text };
  return [
    shown(article(translation, { publisher: { name: text }, license: text, [text]: { [text]: text } })),
    { file: 'md', text: everywhere(text), isShown: true },
  ];
}

/** Returns articles with the text where a value must have a fixed form, which the text does not have. */
function inForms(text: string): Attack[] {
  return [
    article({}, { default: text, translations: { [text]: { title: 'A title', markdown: 'Text.' } } }),
    article({}, { id: text }),
    article({}, { published: text, modified: text }),
    article({}, { html: text }),
    article({ lead: { src: text, alt: text } }),
    article({ href: text }),
  ];
}

function inAddresses(address: string): Attack[] {
  // The view is finished, so that the loader alone reads the rest.
  const view = ['article', ['p', 'Text.']];
  return [
    article({ lead: { src: address } }),
    article({}, { canonical: address, publisher: { name: 'x', url: address } }),
    article({ href: address }),
    shown(article({ view, url: address }, { replies: { endpoint: 'HOST/canary/' } })),
    shown(article({ view, url: address }, { replies: { endpoint: address } })),
  ];
}

/** The JSON is written as text, because a JavaScript object would not hold such a member. */
function inNames(name: string): Attack[] {
  const value = '{"polluted": "x", "html": "sanitize", "url": "javascript:boom()"}';
  const en = `{"title": "A title", "markdown": "Text.", "${name}": ${value}}`;
  return [
    `{"broadside": 1, "id": "x", "default": "en", "${name}": ${value}, "translations": {"en": ${en}}}`,
    `{"broadside": 1, "id": "x", "default": "${name}", "translations": {"${name}": ${en}}}`,
    `{"broadside": 1, "id": "x", "default": "en", "translations": {"en": ${en}, "${name}": ${en}}}`,
  ].map((text) => ({ file: 'json', text, isShown: false }));
}

export const attacks: Readonly<Record<string, readonly Attack[]>> = {
  'a text in every place that has one': texts.flatMap(inTexts),
  'a text where a value has a form': texts.slice(0, 6).flatMap(inForms),
  'an address in every place of a text': addresses.flatMap((address) => inEachMode(linking(address))),
  'an address in every member': addresses.flatMap(inAddresses),
  'raw HTML in each mode': markup.flatMap((one) => inEachMode(raw(one))),
  'a tree that is no content': views.map((view) => shown(article({ view }))),
  'a member with a name of JavaScript’s': ['__proto__', 'constructor', 'toString', 'then'].flatMap(inNames),
};

/** Replies that a server sends, which may hold anything at all. */
export const replies: readonly object[] = [...texts, ...addresses].map((text, i) => ({
  id: i % 2 === 0 ? `id-${i}` : `${i} ${text}`.slice(0, 60),
  place: i + 1,
  name: text,
  text: `${everywhere(text)}\n\n${linking(text)}\n\n![x](https://canary.test/p.gif)`,
  website: i % 2 === 0 ? text : `https://x.test/${text}`,
  created: '2026-01-02T03:04:05Z',
  ...(i % 3 === 0 && { parent: { id: text, name: text }, answers: 9, state: 'waiting' }),
  view: ['img', { src: 'x', onerror: 'boom()' }],
  [text]: text,
}));
