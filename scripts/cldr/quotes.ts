import { read, readMain } from './data.ts';

type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

interface Delimiters {
  readonly quotationStart: string;
  readonly quotationEnd: string;
  readonly alternateQuotationStart: string;
  readonly alternateQuotationEnd: string;
}

const { parentLocale } = (
  read('cldr-core/supplemental/parentLocales.json') as {
    supplemental: { parentLocales: { parentLocale: Record<string, string> } };
  }
).supplemental.parentLocales;

/** The languages whose straight quotes are replaced: those whose typists use them for these marks. */
const languages = (
  'af be bg ca cs da de de-CH de-LI el en es es-419 et fi fr fr-CH ga gl hu id is it it-CH ms nb nl nn no pl pt pt-PT ' +
  'ro ru sk sl sv tr uk vi'
).split(' ');

const swiss: Quotes = ['«', '»', '‹', '›'];
const narrow = '\u202F';

/** The languages that CLDR has otherwise than printers do there, or than a typist means a single mark. */
const others: Readonly<Record<string, Quotes>> = {
  // CLDR has the outer marks inside too.
  bg: ['„', '“', '‚', '‘'],
  // Swiss and Liechtenstein newspapers print these in all their languages.
  'de-CH': swiss,
  'de-LI': swiss,
  'fr-CH': swiss,
  'it-CH': swiss,
  // The Real Academia Española's order.
  es: ['«', '»', '“', '”'],
  // The Estonian orthography, and Polish marks inside.
  et: ['„', '”', '«', '»'],
  // French printers set a narrow space inside, which does not break. CLDR has the outer marks inside too.
  fr: [`«${narrow}`, `${narrow}»`, '“', '”'],
  // CLDR gives the inner marks to a mark that is typed doubled.
  nl: ['“', '”', '‘', '’'],
};

/** Lines QUOTES(tags, open, close, inner open, inner close): the tags, with spaces between, that have these marks. */
export function quotes(): string[] {
  const tagsByMarks = new Map<string, string[]>();
  for (const tag of languages) {
    const marks = quotesOf(tag)
      .map((mark) => JSON.stringify(mark).replaceAll(narrow, '\\u202F'))
      .join(', ');
    tagsByMarks.set(marks, [...(tagsByMarks.get(marks) ?? []), tag, ...childrenOf(tag)]);
  }
  return [...tagsByMarks].map(([marks, tags]) => `QUOTES("${tags.join(' ')}", ${marks})`);
}

function quotesOf(tag: string): Quotes {
  const { delimiters } = readMain('cldr-misc-full', tag, 'delimiters') as { delimiters: Delimiters };
  const { quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd } = delimiters;
  return others[tag] ?? [quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd];
}

/** The regions that take all their habits from another region of the language: `es-MX` from `es-419`. */
function childrenOf(parent: string): string[] {
  return parent.includes('-') ? Object.keys(parentLocale).filter((tag) => parentLocale[tag] === parent) : [];
}
