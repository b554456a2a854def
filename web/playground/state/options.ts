import { attributeWords } from '../../src/element/attributes.ts';

/** The words of each control, of which the first is the default. They are the words of the address, too. */
export const choices = {
  theme: attributeWords.theme,
  replies: attributeWords.replies,
  loading: attributeWords.loading,
  'heading-level': ['1', '2', '3', '4', '5', '6'],
  html: ['', ...attributeWords.html],
  embeds: ['off', 'on'],
  dir: ['ltr', 'rtl'],
  page: ['system', 'light', 'dark'],
  policy: ['none', 'strict', 'trusted-types', 'no-wasm', 'no-core'],
  network: ['as-it-is', '4g', 'slow-4g', '3g', 'lost'],
  article: ['finished', 'markdown'],
  way: ['element', 'script', 'div'],
} as const satisfies Record<string, readonly string[]>;

export type Choice = keyof typeof choices;
export type Policy = (typeof choices.policy)[number];
export type Speed = (typeof choices.network)[number];
export type Way = (typeof choices.way)[number];

/** The settings that are no choice among words: the language, the page's width in pixels, and the article's address in the tag. */
export const entries = { lang: '', width: '', src: 'https://news.example/one-sheet/article.json' } as const;

export type Entry = keyof typeof entries;

export type Options = { readonly [Name in Choice]: (typeof choices)[Name][number] } & Readonly<Record<Entry, string>>;

export const narrowestPage = 240;
export const widestPage = 1600;

export const defaults: Options = {
  ...entries,
  ...(Object.fromEntries(Object.entries(choices).map(([name, [first]]) => [name, first])) as Pick<Options, Choice>),
};

/** The element's attributes among the options, in the order of the tag. */
export const attributeNames = ['lang', 'theme', 'replies', 'loading', 'heading-level', 'html', 'embeds'] as const;

/** Returns the attributes that are not as they are by default. */
export function attributesOf(options: Options): Record<string, string> {
  const set = attributeNames.filter((name) => options[name] !== defaults[name]);
  return Object.fromEntries(set.map((name) => [name, options[name]]));
}

/** Returns the options with one set; a value that the option cannot have changes nothing. */
export function withOption(options: Options, name: string, value: string): Options {
  return isValid(name, value) ? { ...options, [name]: value } : options;
}

function isValid(name: string, value: string): boolean {
  if (name === 'width') return value === '' || isWidth(value);
  if (Object.hasOwn(entries, name)) return true;
  const words: readonly string[] = Object.hasOwn(choices, name) ? choices[name as Choice] : [];
  return words.includes(value);
}

function isWidth(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) >= narrowestPage && Number(value) <= widestPage;
}
