import { readMain } from './data.ts';
import { translated } from './pattern.ts';

interface Gregorian {
  readonly months: { readonly format: { readonly wide: Record<string, string> } };
  readonly dateFormats: { readonly long: string };
  readonly dateTimeFormats: { readonly availableFormats: { readonly Hmv: string } };
  readonly 'dateTimeFormats-atTime': { readonly standard: { readonly long: string } };
}

interface Numbers {
  readonly defaultNumberingSystem: string;
  readonly minimumGroupingDigits: string;
  readonly [more: string]: unknown;
}

/** The member `cldr` of web/messages/TAG.json. */
export function formats(tag: string): object {
  const { dates } = readMain('cldr-dates-full', tag, 'ca-gregorian') as {
    dates: { calendars: { gregorian: Gregorian } };
  };
  const { gregorian } = dates.calendars;
  return {
    direction: direction(tag),
    months: months(gregorian),
    date: translated(gregorian.dateFormats.long, { d: '{day}', MMMM: '{month}', M: '{month}', y: '{year}' }),
    date_time: dateTime(gregorian, utc(tag)),
    list: list(tag),
    ...numbers(tag),
  };
}

function direction(tag: string): string {
  const { layout } = readMain('cldr-misc-full', tag, 'layout') as {
    layout: { orientation: { characterOrder: string } };
  };
  return layout.orientation.characterOrder === 'right-to-left' ? 'rtl' : 'ltr';
}

/** Their names as they stand in a date; or their numbers, where the pattern has those. */
function months({ months, dateFormats }: Gregorian): string[] {
  const names = Object.values(months.format.wide);
  return dateFormats.long.includes('MMM') ? names : names.map((_, index) => String(index + 1));
}

/** Date and time of day in 24 hours, with the zone named: a reader elsewhere has to know whose hour it is. */
function dateTime(gregorian: Gregorian, zone: string): string {
  const fields = { H: '{hour}', HH: '{two_digit_hour}', mm: '{minute}', v: zone, vvvv: zone };
  const time = translated(gregorian.dateTimeFormats.availableFormats.Hmv, fields);
  const both = translated(gregorian['dateTimeFormats-atTime'].standard.long, {});
  return both.replace('{1}', '{date}').replace('{0}', time);
}

function utc(tag: string): string {
  const { dates } = readMain('cldr-dates-full', tag, 'timeZoneNames') as {
    dates: { timeZoneNames: { zone: { Etc: { UTC: { short: { standard: string } } } } } };
  };
  return dates.timeZoneNames.zone.Etc.UTC.short.standard;
}

/** What stands between the items of a list of two, and between those of a longer one: everywhere so far, nothing else. */
function list(tag: string): object {
  const { listPatterns } = readMain('cldr-misc-full', tag, 'listPatterns') as {
    listPatterns: { 'listPattern-type-standard': Record<'2' | 'start' | 'middle' | 'end', string> };
  };
  const patterns = listPatterns['listPattern-type-standard'];
  if (patterns.start !== patterns.middle) throw new Error(`${tag}: lists begin in their own way, which has no place`);
  return { two: between(patterns[2]), middle: between(patterns.middle), end: between(patterns.end) };
}

function between(pattern: string): string {
  const found = /^\{0\}(.*)\{1\}$/s.exec(pattern)?.[1];
  if (found === undefined) throw new Error(`The list pattern "${pattern}" has text around it, which has no place`);
  return found;
}

/** Only what differs from ASCII digits in groups of three, from the fourth digit on. */
function numbers(tag: string): object {
  const { numbers } = readMain('cldr-numbers-full', tag, 'numbers') as { numbers: Numbers };
  const system = numbers.defaultNumberingSystem;
  const { group } = numbers[`symbols-numberSystem-${system}`] as { group: string };
  const { standard } = numbers[`decimalFormats-numberSystem-${system}`] as { standard: string };
  const [primary, secondary] = groupSizes(standard);
  if (primary !== 3) throw new Error(`${tag}: the last group of digits is not of three`);
  const minimum = Number(numbers.minimumGroupingDigits);
  return {
    ...(system === 'latn' ? {} : { digits: digits(system) }),
    group,
    ...(secondary === 3 ? {} : { upper_group: secondary }),
    ...(minimum === 1 ? {} : { minimum_grouping: minimum }),
  };
}

/** Of "#,##,##0.###": 3 and 2. */
function groupSizes(pattern: string): [number | undefined, number | undefined] {
  const [, ...groups] = (pattern.split('.')[0] ?? '').split(',');
  const sizes = groups.map((digits) => digits.length);
  return [sizes.at(-1), sizes.at(-2) ?? sizes.at(-1)];
}

function digits(system: string): string {
  return new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false, minimumIntegerDigits: 10 }).format(
    123456789,
  );
}
