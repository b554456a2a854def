// Writes intl.def beside it, which has what Intl of Node.js makes of numbers, dates and lists in the interface's
// languages: node tests/unit/language/intl.ts. The core is compared with it. Intl has its own copy of CLDR and its own
// code, so that these test vectors are independent.
import { readdirSync, writeFileSync } from 'node:fs';

const messages = new URL('../../../web/messages/', import.meta.url);
const tags = readdirSync(messages).map((name) => name.replace('.json', ''));
// The rules of these languages are unlike those of the languages above, and articles are written in them.
const others = 'lv sl ur th sk hr sr lt et ga cy mt gd is mk ca eu gl hy ka az kk uz br kw'.split(' ');

const counts = [
  ...Array(31).keys(),
  71,
  91,
  99,
  100,
  101,
  102,
  103,
  111,
  112,
  121,
  1000,
  100_000,
  1_000_000,
  2_000_001,
];
const numbers = [0, 7, 42, 999, 1000, 1234, 9999, 10_000, 123_456, 1_000_000, 12_345_678, 4_294_967_295];
const times = ['2021-01-03T00:05:00Z', '2026-12-31T23:59:00Z', '1999-05-10T09:30:00Z', '2024-02-29T12:00:00Z'];
const months = [...Array(12).keys()].map((month) => `2025-${String(month + 1).padStart(2, '0')}-01`);

/** Intl's Hebrew would set a hyphen before items in other letters, so its items are Hebrew letters. */
const names: Readonly<Record<string, readonly string[]>> = { he: ['א', 'ב', 'ג', 'ד'] };

function categories(tag: string): string[] {
  const rules = new Intl.PluralRules(tag);
  return [...new Set(counts.map((count) => rules.select(count)))].map((category) => {
    const those = counts.filter((count) => rules.select(count) === category);
    return `CATEGORY("${tag}", ${category}, ${those.join(', ')})`;
  });
}

function grouped(tag: string): string[] {
  const format = new Intl.NumberFormat(tag);
  return numbers.map((number) => `NUMBER("${tag}", ${number}U, "${format.format(number)}")`);
}

function dates(tag: string): string[] {
  const format = new Intl.DateTimeFormat(tag, { calendar: 'gregory', dateStyle: 'long', timeZone: 'UTC' });
  return [...months, ...times].map((text) => `DATE("${tag}", "${text}", "${asInCldr(format.format(new Date(text)))}")`);
}

function dateTimes(tag: string): string[] {
  const format = new Intl.DateTimeFormat(tag, {
    calendar: 'gregory',
    timeZone: 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return times.map((text) => {
    const written = asInHmv(tag, asInCldr(format.format(new Date(text))));
    return `DATE_TIME("${tag}", "${text}", "${written}")`;
  });
}

/**
 * V8 writes a plain space in dates where CLDR has a narrow no-break one. In these languages' patterns, it stands before
 * the abbreviated word for the year.
 */
function asInCldr(text: string): string {
  return text.replace(/ (?=[гр]\.)/, '\u202f');
}

/**
 * Intl departs from CLDR's pattern for hours, minutes and zone ("Hmv"): in Persian it takes the zone's brackets from
 * the long time. In Greek that pattern has the zone's full name, which Broadside writes in no language.
 */
function asInHmv(tag: string, text: string): string {
  if (tag === 'fa') return text.replace('(UTC)', 'UTC');
  return tag === 'el' ? text.replace('Συντονισμένη Παγκόσμια Ώρα', 'UTC') : text;
}

function lists(tag: string): string[] {
  const format = new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' });
  const items = names[tag] ?? ['A', 'B', 'C', 'D'];
  return [1, 2, 3, 4].map((count) => `LIST("${tag}", ${count}, "${format.format(items.slice(0, count))}")`);
}

const macros = ['CATEGORY', 'NUMBER', 'DATE', 'DATE_TIME', 'LIST'];
const lines = [
  '// Made by tests/unit/language/intl.ts; not to be edited.',
  `// Node.js ${process.versions.node}, with CLDR ${process.versions['cldr'] ?? ''}`,
  ...macros.flatMap((macro) => ['', `#ifndef ${macro}`, `#define ${macro}(...)`, '#endif']),
  '',
  ...[...tags, ...others].flatMap(categories),
  ...[grouped, dates, dateTimes, lists].flatMap((make) => tags.flatMap(make)),
  '',
  ...macros.map((macro) => `#undef ${macro}`),
];
writeFileSync(new URL('intl.def', import.meta.url), `${lines.join('\n')}\n`);
